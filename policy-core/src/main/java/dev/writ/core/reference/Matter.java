package dev.writ.core.reference;

import dev.writ.core.authority.Claim;
import dev.writ.core.authority.GrantRecord;
import dev.writ.core.model.EntityId;
import dev.writ.core.model.RecordValue;
import dev.writ.core.model.Value;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What an approval or review is about, read as a request. */
final class Matter {

  private Matter() {}

  /** A request as it was told when an approval of it was opened. It has no session. */
  static Asked of(Claim claim) {
    return new Asked(
        claim.action(),
        environment(claim.members(), claim.resource(), claim.args(), claim.facts(), null));
  }

  /** What is told of a request when an approval of it is opened; null where it has no resource. */
  static @Nullable Claim claim(Asked asked) {
    Environment request = asked.request();
    EntityId resource = request.resource();
    return resource == null
        ? null
        : new Claim(request.members(), asked.action(), resource, request.args(), request.facts());
  }

  /** The grant as a request, or null where it has no action. */
  static @Nullable Asked of(GrantRecord grant) {
    String action = grant.action();
    return action == null ? null : new Asked(action, environment(grant));
  }

  /**
   * A grant: the holder is the principal, its origin the chain, and resource, args and facts are
   * what it binds.
   */
  static Environment environment(GrantRecord grant) {
    return environment(
        grant.holder().equals(grant.origin())
            ? List.of(grant.holder())
            : List.of(grant.holder(), grant.origin()),
        grant.bound().get(Bindings.RESOURCE) instanceof EntityId resource ? resource : null,
        fields(grant.bound(), Bindings.ARGS),
        fields(grant.bound(), Bindings.FACTS),
        grant.requester());
  }

  /** Somebody who gives a command that is about no request. */
  static Environment environment(EntityId actor) {
    return environment(List.of(actor), null, RecordValue.EMPTY, RecordValue.EMPTY, actor);
  }

  private static Environment environment(
      List<EntityId> members,
      @Nullable EntityId resource,
      RecordValue args,
      RecordValue facts,
      @Nullable EntityId requester) {
    return new Environment(
        members, 0, resource, args, facts, null, ArgumentSources.NONE, null, requester, Map.of());
  }

  private static RecordValue fields(SortedMap<String, Value> bound, String prefix) {
    SortedMap<String, Value> fields = new TreeMap<>();
    bound.forEach(
        (name, value) -> {
          if (name.startsWith(prefix)) {
            fields.put(name.substring(prefix.length()), value);
          }
        });
    return new RecordValue(fields);
  }
}
