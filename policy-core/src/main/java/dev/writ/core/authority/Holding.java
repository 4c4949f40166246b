package dev.writ.core.authority;

import dev.writ.core.model.EntityId;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * By what grants are found.
 *
 * @param person who may use them, or who asked for them
 * @param template the id of their template
 * @param resource the resource that they are bound to; null for none, or for all of the template
 */
record Holding(EntityId person, String template, @Nullable EntityId resource)
    implements Comparable<Holding> {

  private static final Comparator<Holding> ORDER =
      Comparator.comparing(Holding::person)
          .thenComparing(Holding::template)
          .thenComparing(Holding::resource, Comparator.nullsFirst(Comparator.naturalOrder()));

  static Holding ofTemplate(GrantRecord grant) {
    return new Holding(grant.holder(), grant.template(), null);
  }

  static Holding ofRequester(GrantRecord grant) {
    return new Holding(grant.requester(), grant.template(), null);
  }

  static Holding ofResource(GrantRecord grant) {
    return new Holding(
        grant.holder(),
        grant.template(),
        grant.bound().get("resource") instanceof EntityId resource ? resource : null);
  }

  @Override
  public int compareTo(Holding other) {
    return ORDER.compare(this, other);
  }
}
