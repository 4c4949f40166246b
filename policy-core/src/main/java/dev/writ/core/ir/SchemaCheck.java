package dev.writ.core.ir;

import dev.writ.core.model.ActionDef;
import dev.writ.core.model.EntityTypeDef;
import dev.writ.core.model.ObligationDef;
import dev.writ.core.model.Schema;
import dev.writ.core.model.Type;
import java.util.Set;

/** Checks that everything a schema names is declared in it. */
final class SchemaCheck {

  private final Schema schema;
  private final Problems problems;

  private SchemaCheck(Schema schema, Problems problems) {
    this.schema = schema;
    this.problems = problems;
  }

  static void check(Schema schema, Problems problems) {
    new SchemaCheck(schema, problems).check();
  }

  private void check() {
    schema.enums().forEach((name, type) -> named("enum", name, type.name()));
    schema.entityTypes().forEach((name, def) -> entityType(name, def));
    schema.actions().forEach((name, def) -> action(name, def));
    schema.obligations().forEach((name, def) -> obligation(name, def));
    Type.RecordType session = schema.session();
    if (session != null) {
      problems.in("declaration", "session");
      type(session);
    }
  }

  private void named(String kind, String key, String name) {
    problems.in(kind, key);
    problems.require(key.equals(name), "listed under another name than its own, `" + name + "`");
  }

  private void entityType(String key, EntityTypeDef def) {
    named("entity type", key, def.name());
    entityTypes(def.parentTypes());
    type(def.attributes());
    problems.require(
        def.person() == null || def.attributes().field(def.person()) != null,
        "identified by `" + def.person() + "`, which is no attribute of it");
  }

  private void action(String key, ActionDef def) {
    named("action", key, def.name());
    problems.require(!def.principalTypes().isEmpty(), "has no principal type");
    problems.require(!def.resourceTypes().isEmpty(), "has no resource type");
    entityTypes(def.principalTypes());
    entityTypes(def.resourceTypes());
    type(def.args());
    type(def.facts());
  }

  private void obligation(String key, ObligationDef def) {
    named("obligation", key, def.name());
    def.parameters().forEach(parameter -> type(parameter.type()));
  }

  private void entityTypes(Set<String> names) {
    for (String name : names) {
      problems.require(
          schema.entityType(name) != null, "the entity type `" + name + "` is not declared");
    }
  }

  private void type(Type type) {
    if (type instanceof Type.EnumType named) {
      problems.require(
          isDeclared(schema, named), "the enum `" + named.name() + "` is not the declared one");
    } else if (type instanceof Type.EntityType reference) {
      entityTypes(reference.types());
    } else if (type instanceof Type.SetType set) {
      type(set.element());
    } else if (type instanceof Type.MapType map) {
      type(map.value());
    } else if (type instanceof Type.RecordType record) {
      record.fields().forEach(field -> type(field.type()));
    } else if (!(type instanceof Type.Scalar) && !(type instanceof Type.PathType)) {
      throw new IllegalStateException("a type without a check: " + type);
    }
  }

  /** Whether the schema, or the language itself, declares this very enum. */
  static boolean isDeclared(Schema schema, Type.EnumType type) {
    return type.equals(schema.enums().get(type.name()))
        || type.equals(Schema.SOURCE)
        || type.equals(Schema.WEEKDAY);
  }
}
