package dev.writ.dsl.check;

import dev.writ.core.model.EntityId;
import dev.writ.core.model.Json;
import dev.writ.core.model.ValueJson;
import dev.writ.dsl.ast.BoolLiteral;
import dev.writ.dsl.ast.DecimalLiteral;
import dev.writ.dsl.ast.DurationLiteral;
import dev.writ.dsl.ast.EntityLiteral;
import dev.writ.dsl.ast.Expression;
import dev.writ.dsl.ast.InstantLiteral;
import dev.writ.dsl.ast.IntLiteral;
import dev.writ.dsl.ast.ListLiteral;
import dev.writ.dsl.ast.Member;
import dev.writ.dsl.ast.NameReference;
import dev.writ.dsl.ast.Negate;
import dev.writ.dsl.ast.RecordEntry;
import dev.writ.dsl.ast.RecordLiteral;
import dev.writ.dsl.ast.StringLiteral;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is written out, as JSON, whether or not it is of the type that is asked for: what a test
 * sends where it expects {@code invalid_request}.
 */
final class LooseJson {
  private final TestState state;

  LooseJson(TestState state) {
    this.state = state;
  }

  /** Returns the JSON of a literal, or nothing where it is none. */
  Optional<Json> of(Expression literal) {
    if (literal instanceof ListLiteral list) {
      List<Optional<Json>> items = list.elements().stream().map(this::of).toList();
      return items.stream().allMatch(Optional::isPresent)
          ? Optional.of(Json.array(items.stream().flatMap(Optional::stream).toList()))
          : Optional.empty();
    }
    if (literal instanceof RecordLiteral record) {
      return object(record);
    }
    return scalar(literal);
  }

  private Optional<Json> object(RecordLiteral record) {
    Map<String, Json> members = new LinkedHashMap<>();
    for (RecordEntry entry : record.entries()) {
      Optional<Json> value = of(entry.value());
      if (value.isEmpty()) {
        return Optional.empty();
      }
      members.put(entry.key().text(), value.get());
    }
    return Optional.of(new Json.Obj(members));
  }

  private Optional<Json> scalar(Expression literal) {
    if (literal instanceof BoolLiteral bool) {
      return Optional.of(Json.of(bool.value()));
    }
    if (literal instanceof StringLiteral string) {
      return Optional.of(Json.of(string.value()));
    }
    if (literal instanceof InstantLiteral instant) {
      return Optional.of(Json.of(instant.value().toString()));
    }
    if (literal instanceof NameReference name) {
      return Optional.of(Json.of(name.name().text()));
    }
    if (literal instanceof Member member) {
      return Optional.of(Json.of(member.name().text()));
    }
    if (literal instanceof EntityLiteral entity) {
      EntityId id = state.entity(entity.entity());
      return Optional.ofNullable(id).map(ValueJson::toJson);
    }
    return number(literal, "");
  }

  private static Optional<Json> number(Expression literal, String sign) {
    if (literal instanceof IntLiteral whole) {
      return Optional.of(new Json.Num(sign + whole.value()));
    }
    if (literal instanceof DecimalLiteral decimal) {
      return Optional.of(new Json.Num(sign + decimal.value().toPlainString()));
    }
    if (literal instanceof DurationLiteral length) {
      return Optional.of(new Json.Num(sign + length.millis()));
    }
    return literal instanceof Negate negate && sign.isEmpty()
        ? number(negate.operand(), "-")
        : Optional.empty();
  }
}
