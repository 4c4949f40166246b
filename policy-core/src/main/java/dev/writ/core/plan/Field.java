package dev.writ.core.plan;

import dev.writ.core.model.EntityId;
import dev.writ.core.model.MapValue;
import dev.writ.core.model.RecordValue;
import dev.writ.core.model.Type;
import dev.writ.core.model.Value;
import org.jspecify.annotations.Nullable;

/** A field of an entity or a record, or a tag, found by its position where none is absent. */
final class Field extends Node {
  private final Node of;
  private final String name;
  private final int position;

  Field(@Nullable Type type, Node of, String name, int position) {
    super(type);
    this.of = of;
    this.name = name;
    this.position = position;
  }

  @Override
  @Nullable Value value(View view, Moment moment, Value[] locals) {
    Value holder = of.value(view, moment, locals);
    Value fields =
        holder instanceof EntityId entity ? EntityOps.attributes(entity, view, moment) : holder;
    if (fields instanceof RecordValue record) {
      Value value = record.get(name, position);
      return value == null ? moment.missing(name) : value;
    }
    if (fields == null) {
      return null;
    }
    if (!(fields instanceof MapValue map)) {
      return moment.illTyped("." + name);
    }
    Value value = map.get(name);
    return value == null ? moment.missing(name) : value;
  }
}
