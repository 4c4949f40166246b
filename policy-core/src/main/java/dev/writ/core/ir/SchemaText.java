package dev.writ.core.ir;

import dev.writ.core.model.ActionDef;
import dev.writ.core.model.EntityTypeDef;
import dev.writ.core.model.Json;
import dev.writ.core.model.ObligationDef;
import dev.writ.core.model.Schema;
import dev.writ.core.model.Type;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** The declarations of a schema as text. */
record SchemaText(Lines lines) {

  void schema(Schema schema) {
    schema.enums().values().forEach(this::enumType);
    schema.entityTypes().values().forEach(this::entityType);
    schema.actions().values().forEach(this::action);
    schema.obligations().values().forEach(this::obligation);
    Type.RecordType session = schema.session();
    if (session != null) {
      lines.block("session", () -> fields(session.fields()));
    }
  }

  private void enumType(Type.EnumType type) {
    lines.line(
        "enum "
            + type.name()
            + " { "
            + type.enumerators().stream()
                .map(SchemaText::enumerator)
                .collect(Collectors.joining(type.ordered() ? " < " : ", "))
            + " }");
  }

  private static String enumerator(Type.Enumerator each) {
    return each.name().equals(each.spelling())
        ? each.name()
        : each.name() + " = " + Json.quote(each.spelling());
  }

  private void entityType(EntityTypeDef def) {
    String head =
        (def.human() ? "human " : "")
            + (def.inline() ? "inline " : "")
            + "entity "
            + def.name()
            + (def.person() == null ? "" : " identified by " + def.person())
            + (def.parentTypes().isEmpty() ? "" : " in " + names(def.parentTypes()))
            + (def.closedIds() == null ? "" : " one of " + Lines.quoted(def.closedIds()));
    lines.block(head, () -> fields(def.attributes().fields()));
  }

  private void action(ActionDef def) {
    lines.block(
        "action "
            + def.name()
            + " by "
            + names(def.principalTypes())
            + " on "
            + names(def.resourceTypes()),
        () -> {
          record("with", def.args());
          record("facts", def.facts());
        });
  }

  private void record(String word, Type.RecordType type) {
    if (!type.fields().isEmpty()) {
      lines.block(word, () -> fields(type.fields()));
    }
  }

  private void obligation(ObligationDef def) {
    String parameters =
        def.parameters().stream().map(SchemaText::field).collect(Collectors.joining(", "));
    lines.line("obligation " + def.name() + "(" + parameters + ")");
  }

  private void fields(List<Type.Field> fields) {
    fields.forEach(field -> lines.line(field(field)));
  }

  private static String field(Type.Field field) {
    return (field.secret() ? "secret " : "") + field.name() + mark(field) + ": " + type(field);
  }

  private static String mark(Type.Field field) {
    return field.optional() ? "?" : "";
  }

  private static String type(Type.Field field) {
    return field.type() instanceof Type.SetType set
        ? set + " " + set.min() + " to " + set.max()
        : field.type().toString();
  }

  private static String names(Collection<String> names) {
    return String.join(", ", names);
  }
}
