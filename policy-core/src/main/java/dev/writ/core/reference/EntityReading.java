package dev.writ.core.reference;

import dev.writ.core.model.CommandValue;
import dev.writ.core.model.EntityId;
import dev.writ.core.model.MapValue;
import dev.writ.core.model.RecordValue;
import dev.writ.core.model.SetValue;
import dev.writ.core.model.UrlValue;
import dev.writ.core.model.Value;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The operators that read entities, and their like on records and tags: {@code .}, {@code has} and
 * {@code in}. Attributes and ancestors of an entity that the store cannot vouch for are errors.
 */
final class EntityReading {
  private final EntityLookup store;
  private final Faults faults;

  EntityReading(EntityLookup store, Faults faults) {
    this.store = store;
    this.faults = faults;
  }

  /** {@code of.name}. */
  Result member(Value of, String name) {
    if (of instanceof EntityId entity) {
      return store.attributes(entity, faults).then(attributes -> member(attributes, name));
    }
    if (!(of instanceof RecordValue || of instanceof MapValue)) {
      return faults.illTyped("." + name);
    }
    Value value = field(of, name);
    return value == null ? faults.fail(Fault.Kind.MISSING_VALUE, name) : Result.of(value);
  }

  /** {@code of has name}. */
  Result has(Value of, String name) {
    if (of instanceof EntityId entity) {
      return store.attributes(entity, faults).then(attributes -> has(attributes, name));
    }
    if (of instanceof UrlValue || of instanceof CommandValue) {
      return Texts.has(of, name, faults);
    }
    return of instanceof RecordValue || of instanceof MapValue
        ? Result.of(field(of, name) != null)
        : faults.illTyped("has");
  }

  private static @Nullable Value field(Value of, String name) {
    return of instanceof RecordValue fields
        ? fields.get(name)
        : of instanceof MapValue tags ? tags.get(name) : null;
  }

  /** {@code member in groups}: reflexive and transitive; the ancestors are always read. */
  Result in(Value member, Value groups) {
    if (!(member instanceof EntityId entity) || !(groups instanceof SetValue set)) {
      return faults.illTyped("in");
    }
    return store
        .ancestors(entity, faults)
        .then(
            ancestors ->
                ancestors instanceof SetValue above
                    ? Result.of(meets(entity, above.elements(), set.elements()))
                    : faults.illTyped("in"));
  }

  private static boolean meets(EntityId entity, Set<Value> ancestors, Set<Value> groups) {
    return groups.stream().anyMatch(group -> group.equals(entity) || ancestors.contains(group));
  }
}
