package dev.writ.core.plan;

import dev.writ.core.authority.GrantRecord;
import dev.writ.core.decision.Truth;
import dev.writ.core.ir.GrantTemplate.Binding;
import dev.writ.core.model.ActionDef;
import dev.writ.core.model.BoundRequest;
import dev.writ.core.model.EntityId;
import dev.writ.core.model.RecordValue;
import dev.writ.core.model.Type;
import dev.writ.core.model.Value;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What of a request a grant is bound to, beside holder, origin and action. */
final class BoundValues {
  static final String RESOURCE = "resource";
  static final String ARGS = "args.";
  static final String FACTS = "facts.";
  static final String WITHIN = "within";

  private BoundValues() {}

  /**
   * Whether the request has the values that the grant is bound to: those that the template binds
   * now, and those that were bound when it was issued. Absent equals only absent.
   */
  static boolean areEqual(Binding binding, GrantRecord grant, BoundRequest request) {
    for (String name : grant.bound().keySet()) {
      if (!name.equals(WITHIN) && !isEqual(name, grant, request)) {
        return false;
      }
    }
    for (String name : binding.fields()) {
      if (!name.equals(WITHIN) && !isEqual(name, grant, request)) {
        return false;
      }
    }
    boolean resource = binding.all() || binding.resource();
    return (!resource || isEqual(RESOURCE, grant, request))
        && (!binding.all() || areAllEqual(grant, request));
  }

  private static boolean areAllEqual(GrantRecord grant, BoundRequest request) {
    ActionDef action = request.action();
    return areAllEqual(ARGS, action.args(), grant, request)
        && areAllEqual(FACTS, action.facts(), grant, request);
  }

  private static boolean areAllEqual(
      String prefix, Type.RecordType fields, GrantRecord grant, BoundRequest request) {
    for (Type.Field field : fields.fields()) {
      if (!isEqual(prefix + field.name(), grant, request)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isEqual(String name, GrantRecord grant, BoundRequest request) {
    return Objects.equals(grant.bound().get(name), value(name, request));
  }

  private static @Nullable Value value(String name, BoundRequest request) {
    if (name.startsWith(ARGS)) {
      return request.args().get(name.substring(ARGS.length()));
    }
    if (name.startsWith(FACTS)) {
      return request.facts().get(name.substring(FACTS.length()));
    }
    return name.equals(RESOURCE) ? request.resource() : null;
  }

  /**
   * Whether the resource certainly lies within what the grant was issued for. Both the type that
   * the template names now and what was bound when it was issued must be met.
   */
  static boolean isWithin(Binding binding, GrantRecord grant, Reader reader) {
    Value bound = grant.bound().get(WITHIN);
    if (bound == null) {
      return binding.within() == null;
    }
    return bound instanceof EntityId group
        && (binding.within() == null || binding.within().equals(group.type()))
        && reader.in(reader.view.resource, group) == Truth.TRUE;
  }

  /** What is bound under names that begin so. */
  static RecordValue fields(GrantRecord grant, String prefix) {
    SortedMap<String, Value> fields = new TreeMap<>();
    grant
        .bound()
        .forEach(
            (name, value) -> {
              if (name.startsWith(prefix)) {
                fields.put(name.substring(prefix.length()), value);
              }
            });
    return new RecordValue(fields);
  }
}
