package dev.writ.core.plan;

import dev.writ.core.model.CommandValue;
import dev.writ.core.model.EntityAnswer;
import dev.writ.core.model.EntityId;
import dev.writ.core.model.MapValue;
import dev.writ.core.model.RecordValue;
import dev.writ.core.model.UrlValue;
import dev.writ.core.model.Value;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The operators that read entities, and their like on records and tags. */
final class EntityOps {

  private EntityOps() {}

  /** An attribute of an entity. */
  static @Nullable Value attribute(EntityId of, String name, View view, Moment moment) {
    Value fields = attributes(of, view, moment);
    Value value = fields == null ? null : field(fields, name);
    return fields == null || value != null ? value : moment.missing(name);
  }

  /** {@code of has name}. */
  static @Nullable Value has(Value of, String name, View view, Moment moment) {
    if (of instanceof UrlValue || of instanceof CommandValue) {
      return TextOps.has(of, name, moment);
    }
    Value fields = fields(of, view, moment);
    if (fields == null) {
      return null;
    }
    return fields instanceof RecordValue || fields instanceof MapValue
        ? Node.bool(field(fields, name) != null)
        : moment.illTyped("has");
  }

  /** What an entity's attributes are, or the value itself. */
  private static @Nullable Value fields(Value of, View view, Moment moment) {
    return of instanceof EntityId entity ? attributes(entity, view, moment) : of;
  }

  static @Nullable Value attributes(EntityId entity, View view, Moment moment) {
    EntityAnswer<RecordValue> answer = view.attributes(entity);
    return answer instanceof EntityAnswer.Known<RecordValue> known
        ? known.value()
        : moment.fault(((EntityAnswer.Failed<RecordValue>) answer).problem());
  }

  private static @Nullable Value field(Value of, String name) {
    return of instanceof RecordValue record ? record.get(name) : ((MapValue) of).get(name);
  }

  /** The ancestors of an entity, itself among them; null where the store cannot tell. */
  static @Nullable Set<EntityId> ancestors(EntityId entity, View view, Moment moment) {
    EntityAnswer<Set<EntityId>> answer = view.ancestors(entity);
    if (answer instanceof EntityAnswer.Known<Set<EntityId>> known) {
      return known.value();
    }
    moment.fault(((EntityAnswer.Failed<Set<EntityId>>) answer).problem());
    return null;
  }

  /** {@code member in groups}: the ancestors are always read. */
  static @Nullable Value in(Value member, Set<Value> groups, View view, Moment moment) {
    if (!(member instanceof EntityId entity)) {
      return moment.illTyped("in");
    }
    Set<EntityId> above = ancestors(entity, view, moment);
    if (above == null) {
      return null;
    }
    for (Value group : groups) {
      if (group instanceof EntityId && above.contains(group)) {
        return Node.bool(true);
      }
    }
    return Node.bool(false);
  }
}
