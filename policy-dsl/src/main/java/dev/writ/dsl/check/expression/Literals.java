package dev.writ.dsl.check.expression;

import dev.writ.core.model.BoolValue;
import dev.writ.core.model.DecimalValue;
import dev.writ.core.model.DurationValue;
import dev.writ.core.model.EntityId;
import dev.writ.core.model.EntityTypeDef;
import dev.writ.core.model.InstantValue;
import dev.writ.core.model.IntValue;
import dev.writ.core.model.InvalidValueException;
import dev.writ.core.model.Type;
import dev.writ.dsl.ast.BoolLiteral;
import dev.writ.dsl.ast.DecimalLiteral;
import dev.writ.dsl.ast.DurationLiteral;
import dev.writ.dsl.ast.EntityLiteral;
import dev.writ.dsl.ast.EntityRef;
import dev.writ.dsl.ast.Expression;
import dev.writ.dsl.ast.InstantLiteral;
import dev.writ.dsl.ast.IntLiteral;
import dev.writ.dsl.ast.RecordLiteral;
import dev.writ.dsl.ast.StringLiteral;
import dev.writ.dsl.source.DiagnosticCode;
import dev.writ.dsl.source.Spelling;
import java.math.BigDecimal;

/** Literals: what is written is a value. */
final class Literals {
  private static final int PLACES = 4;

  private final Checking at;

  Literals(Checking at) {
    this.at = at;
  }

  Outcome bool(BoolLiteral node) {
    at.facts().constant(node, node.value() ? BoolValue.TRUE : BoolValue.FALSE);
    return node.value()
        ? Outcome.bool(at.flow(), at.flow().nowhere())
        : Outcome.bool(at.flow().nowhere(), at.flow());
  }

  Outcome integer(IntLiteral node) {
    return at.constant(node, new IntValue(node.value()), Type.Scalar.INT);
  }

  Outcome decimal(DecimalLiteral node) {
    return decimal(node, node.value());
  }

  Outcome decimal(Expression node, BigDecimal value) {
    try {
      long scaled = value.movePointRight(PLACES).longValueExact();
      return at.constant(node, new DecimalValue(scaled), Type.Scalar.DECIMAL);
    } catch (ArithmeticException doesNotFit) {
      at.error(
          DiagnosticCode.NUMBER_OUT_OF_RANGE,
          node.span(),
          "`" + at.text(node.span()) + "` does not fit `Decimal`",
          "a `Decimal` has four places and lies between -922337203685477.5808 and"
              + " 922337203685477.5807");
      return at.failed();
    }
  }

  Outcome duration(DurationLiteral node) {
    return at.constant(node, new DurationValue(node.millis()), Type.Scalar.DURATION);
  }

  Outcome instant(InstantLiteral node) {
    return at.constant(node, new InstantValue(node.value().toEpochMilli()), Type.Scalar.INSTANT);
  }

  Outcome string(StringLiteral node) {
    Type wanted = at.wanted().type();
    Type type = wanted != null && ScalarTexts.isText(wanted) ? wanted : Type.Scalar.STRING;
    try {
      return at.constant(node, ScalarTexts.parse(node.value(), type), type);
    } catch (InvalidValueException invalid) {
      at.error(DiagnosticCode.INVALID_LITERAL, node.span(), invalid.reason(), null);
      return at.failed();
    }
  }

  Outcome entity(EntityLiteral node) {
    EntityRef ref = node.entity();
    String type = at.names().entityType(ref.type(), at.frame().problems());
    if (type == null) {
      return at.failed();
    }
    String id = ref.id().value();
    if (id.isEmpty()) {
      at.error(DiagnosticCode.INVALID_LITERAL, ref.id().span(), "an entity id is not empty", null);
      return at.failed();
    }
    EntityTypeDef def = at.context().schema().entityType(type);
    if (def != null && def.closedIds() != null && !def.closedIds().contains(id)) {
      at.error(
          DiagnosticCode.UNKNOWN_ENTITY,
          ref.id().span(),
          "there is no `" + type + "` with the id `" + id + "`",
          Spelling.didYouMean(id, def.closedIds())
              .orElse("the type is closed: `" + String.join("`, `", def.closedIds()) + "`"));
      return at.failed();
    }
    return at.constant(node, EntityId.of(type, id), Type.EntityType.of(type));
  }

  Outcome misplacedRecord(RecordLiteral node) {
    at.error(
        DiagnosticCode.NOT_A_VALUE,
        node.span(),
        "a record cannot be written here",
        "compare its fields one by one");
    return at.failed();
  }
}
