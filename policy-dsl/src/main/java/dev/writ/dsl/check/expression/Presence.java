package dev.writ.dsl.check.expression;

import dev.writ.core.model.Type;
import dev.writ.dsl.ast.Expression;
import dev.writ.dsl.ast.Identifier;
import dev.writ.dsl.source.DiagnosticCode;
import dev.writ.dsl.source.Span;

/** {@code has}, {@code lacks}: whether what is optional is there. */
final class Presence {
  private final Checking at;

  Presence(Checking at) {
    this.at = at;
  }

  Outcome has(Expression operand, Identifier name) {
    Outcome target = at.check(operand, Wanted.TARGET);
    if (target.type() == null) {
      return at.bool();
    }
    Fields fields = new Fields(at);
    boolean tags = target.type() instanceof Type.MapType;
    Type.Field field = tags ? null : fields.find(target, operand, name.text(), name.span());
    if (!tags && (field == null || !requireOptional(target, field, name))) {
      return at.bool();
    }
    if (target.type() instanceof Type.EntityType) {
      fields.readsOneMore(target, name.span());
    }
    AccessPath path = target.path();
    return Outcome.bool(at.flow().with(path == null ? null : path.then(name.text())), at.flow());
  }

  /** A part that is always there is not asked for; a field may become optional one day. */
  private boolean requireOptional(Outcome target, Type.Field field, Identifier name) {
    boolean part = target.type() != null && Part.find(target.type(), name.text()) != null;
    if (part && !field.optional()) {
      at.error(
          DiagnosticCode.OPERAND_TYPE,
          name.span(),
          TypeWords.of(target.type()) + " always has `" + name.text() + "`",
          "leave the condition out");
      return false;
    }
    return true;
  }

  Outcome hasDelegator(Span span) {
    if (at.context().typeOf(ContextRoot.DELEGATOR) == null) {
      at.error(
          DiagnosticCode.ROOT_NOT_AVAILABLE, span, "there is no `delegator` to ask for here", null);
    }
    return Outcome.bool(at.flow().withDelegator(), at.flow());
  }
}
