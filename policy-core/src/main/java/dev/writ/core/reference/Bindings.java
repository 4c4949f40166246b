package dev.writ.core.reference;

import dev.writ.core.authority.GrantRecord;
import dev.writ.core.ir.GrantTemplate.Binding;
import dev.writ.core.model.ActionDef;
import dev.writ.core.model.Type;
import dev.writ.core.model.Value;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What of a request a grant is bound to, beside holder, origin and action: values that must be
 * equal. The entity that the resource must lie within is {@link Enclosure}'s.
 */
final class Bindings {
  static final String RESOURCE = "resource";
  static final String ARGS = "args.";
  static final String FACTS = "facts.";
  static final String WITHIN = "within";

  private Bindings() {}

  /** The values that a grant issued for this request is bound to; what is absent is left out. */
  static SortedMap<String, Value> capture(Binding binding, ActionDef action, Asked asked) {
    SortedMap<String, Value> bound = new TreeMap<>();
    for (String name : names(binding, action)) {
      Value value = value(name, asked);
      if (value != null) {
        bound.put(name, value);
      }
    }
    return bound;
  }

  /**
   * Whether the request has the values that the grant is bound to: those that the template binds
   * now, and those that were bound when it was issued. Absent equals only absent.
   */
  static boolean equal(Binding binding, ActionDef action, GrantRecord grant, Asked asked) {
    SortedSet<String> names = names(binding, action);
    names.addAll(grant.bound().keySet());
    names.remove(WITHIN);
    return names.stream()
        .allMatch(name -> Objects.equals(grant.bound().get(name), value(name, asked)));
  }

  private static SortedSet<String> names(Binding binding, ActionDef action) {
    SortedSet<String> names = new TreeSet<>(binding.fields());
    if (binding.all() || binding.resource()) {
      names.add(RESOURCE);
    }
    if (binding.all()) {
      names.addAll(names(ARGS, action.args()));
      names.addAll(names(FACTS, action.facts()));
    }
    return names;
  }

  private static List<String> names(String prefix, Type.RecordType fields) {
    return fields.fields().stream().map(field -> prefix + field.name()).toList();
  }

  private static @Nullable Value value(String name, Asked asked) {
    if (name.startsWith(ARGS)) {
      return asked.request().args().get(name.substring(ARGS.length()));
    }
    if (name.startsWith(FACTS)) {
      return asked.request().facts().get(name.substring(FACTS.length()));
    }
    return name.equals(RESOURCE) ? asked.request().resource() : null;
  }
}
