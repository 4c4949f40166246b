package dev.writ.core.plan;

import dev.writ.core.decision.Truth;
import dev.writ.core.model.SetValue;
import dev.writ.core.model.Value;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The operators that may have a value where an operand has none. A quick run stops at the operand
 * that settles the result; every other run looks at all.
 */
final class Logic {

  private Logic() {}

  static final class Not extends Condition {
    final Node operand;

    Not(Node operand) {
      this.operand = operand;
    }

    @Override
    Truth truth(View view, Moment moment, Value[] locals) {
      return operand.truth(view, moment, locals).not();
    }
  }

  static final class And extends Condition {
    private final Node[] operands;

    And(List<Node> operands) {
      this.operands = operands.toArray(Node[]::new);
    }

    @Override
    Truth truth(View view, Moment moment, Value[] locals) {
      Truth truth = Truth.TRUE;
      for (Node operand : operands) {
        truth = truth.and(operand.truth(view, moment, locals));
        if (truth == Truth.FALSE && moment.quick) {
          return truth;
        }
      }
      return truth;
    }
  }

  static final class Or extends Condition {
    private final Node[] operands;

    Or(List<Node> operands) {
      this.operands = operands.toArray(Node[]::new);
    }

    @Override
    Truth truth(View view, Moment moment, Value[] locals) {
      Truth truth = Truth.FALSE;
      for (Node operand : operands) {
        truth = truth.or(operand.truth(view, moment, locals));
        if (truth == Truth.TRUE && moment.quick) {
          return truth;
        }
      }
      return truth;
    }
  }

  static final class If extends Node {
    private final Node condition;
    private final Node then;
    private final Node otherwise;

    If(Node condition, Node then, Node otherwise) {
      super(then.type != null && then.type.equals(otherwise.type) ? then.type : null);
      this.condition = condition;
      this.then = then;
      this.otherwise = otherwise;
    }

    @Override
    @Nullable Value value(View view, Moment moment, Value[] locals) {
      return switch (condition.truth(view, moment, locals)) {
        case TRUE -> then.value(view, moment, locals);
        case FALSE -> otherwise.value(view, moment, locals);
        case ERROR -> null;
      };
    }
  }

  /** One set of a quantifier; presence may be null. */
  record Over(@Nullable Node presence, Node set) {}

  static final class Quantified extends Condition {
    private final boolean every;
    private final int local;
    private final Over[] sets;
    private final Node body;

    Quantified(boolean every, int local, List<Over> sets, Node body) {
      this.every = every;
      this.local = local;
      this.sets = sets.toArray(Over[]::new);
      this.body = body;
    }

    @Override
    Truth truth(View view, Moment moment, Value[] locals) {
      Truth truth = Truth.of(every);
      for (Over over : sets) {
        truth = joined(truth, over(over, view, moment, locals));
        if (settled(truth, moment)) {
          return truth;
        }
      }
      return truth;
    }

    private Truth joined(Truth a, Truth b) {
      return every ? a.and(b) : a.or(b);
    }

    private boolean settled(Truth truth, Moment moment) {
      return moment.quick && truth == (every ? Truth.FALSE : Truth.TRUE);
    }

    private Truth over(Over over, View view, Moment moment, Value[] locals) {
      Truth present =
          over.presence() == null ? Truth.TRUE : over.presence().truth(view, moment, locals);
      if (present != Truth.TRUE) {
        return present == Truth.ERROR ? Truth.ERROR : Truth.of(every);
      }
      Value set = over.set().value(view, moment, locals);
      if (set == null) {
        return Truth.ERROR;
      }
      if (!(set instanceof SetValue elements)) {
        moment.illTyped("any or every");
        return Truth.ERROR;
      }
      Truth truth = Truth.of(every);
      Value[] bound = Arrays.copyOf(locals, local + 1);
      for (Value element : elements.elements()) {
        bound[local] = element;
        truth = joined(truth, body.truth(view, moment, bound));
        if (settled(truth, moment)) {
          return truth;
        }
      }
      return truth;
    }
  }
}
