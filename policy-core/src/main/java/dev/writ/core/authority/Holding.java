package dev.writ.core.authority;

import dev.writ.core.model.EntityId;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * By what grants are found beside their holder.
 *
 * @param holder who may use them
 * @param template the id of their template
 * @param resource the resource that they are bound to; null for none, or for all of the template
 */
record Holding(EntityId holder, String template, @Nullable EntityId resource)
    implements Comparable<Holding> {

  private static final Comparator<Holding> ORDER =
      Comparator.comparing(Holding::holder)
          .thenComparing(Holding::template)
          .thenComparing(Holding::resource, Comparator.nullsFirst(Comparator.naturalOrder()));

  static Holding ofTemplate(GrantRecord grant) {
    return new Holding(grant.holder(), grant.template(), null);
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
