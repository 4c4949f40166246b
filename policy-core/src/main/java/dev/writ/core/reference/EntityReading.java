package dev.writ.core.reference;

import dev.writ.core.model.CommandValue;
import dev.writ.core.model.EntityId;
import dev.writ.core.model.EntityProblem;
import dev.writ.core.model.EntityStore;
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
  private final EntityStore store;
  private final Faults faults;

  EntityReading(EntityStore store, Faults faults) {
    this.store = store;
    this.faults = faults;
  }

  /** {@code of.name}. */
  Result member(Value of, String name) {
    if (of instanceof EntityId entity) {
      return attributes(entity).then(attributes -> member(attributes, name));
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
      return attributes(entity).then(attributes -> has(attributes, name));
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

  private Result attributes(EntityId entity) {
    return store.attributes(entity).fold(Result::of, this::fail);
  }

  private Result fail(EntityProblem problem) {
    return faults.fail(Fault.Kind.of(problem.kind()), problem.detail());
  }

  /** {@code member in groups}: reflexive and transitive; the ancestors are always read. */
  Result in(Value member, Value groups) {
    return member instanceof EntityId entity && groups instanceof SetValue set
        ? store
            .ancestors(entity)
            .fold(
                ancestors ->
                    Result.of(set.elements().stream().anyMatch(g -> isAmong(g, ancestors))),
                this::fail)
        : faults.illTyped("in");
  }

  private static boolean isAmong(Value group, Set<EntityId> ancestors) {
    return group instanceof EntityId entity && ancestors.contains(entity);
  }
}
