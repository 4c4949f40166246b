package dev.writ.dsl.check;

import dev.writ.core.model.ObligationDef;
import dev.writ.core.model.Type;
import dev.writ.dsl.ast.ObligationCall;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Checks obligations of a declaration: each argument has the type of its parameter. */
final class ObligationChecker {
  private final SlotExpressions expressions;
  private final ObligationKinds kinds;

  /** Creates a checker of arguments in a slot, where something may be assumed. */
  ObligationChecker(SetContext context, SlotExpressions expressions) {
    this.expressions = expressions;
    this.kinds = new ObligationKinds(context, expressions.scope());
  }

  /** Returns the obligations that have no error. */
  List<CheckedCall> check(List<ObligationCall> calls) {
    List<CheckedCall> checked = new ArrayList<>();
    if (!expressions.isReachable()) {
      return checked;
    }
    for (ObligationCall call : calls) {
      ObligationDef kind = kinds.kind(call.name(), expressions.problems());
      CheckedCall good = kind == null ? null : check(call, kind);
      if (good != null) {
        checked.add(good);
      }
    }
    return checked;
  }

  private @Nullable CheckedCall check(ObligationCall call, ObligationDef kind) {
    if (!ObligationKinds.takes(kind, call, expressions.problems())) {
      return null;
    }
    List<Type.Field> parameters = kind.parameters();
    List<CheckedExpression> arguments = new ArrayList<>();
    for (int i = 0; i < parameters.size(); i++) {
      CheckedExpression argument =
          expressions.argument(call.arguments().get(i), parameters.get(i).type());
      if (argument != null) {
        arguments.add(argument);
      }
    }
    return arguments.size() == parameters.size() ? new CheckedCall(kind.name(), arguments) : null;
  }
}
