package dev.writ.core.plan;

import dev.writ.core.decision.Obligation;
import dev.writ.core.decision.Truth;
import dev.writ.core.model.Value;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Evaluates what declarations say in one run. A run that cannot list errors ends at the first
 * expression that comes to one.
 */
final class Judge {
  final Moment moment;

  /** For what no guard stands for: nothing of it may be left out. */
  private final Moment whole;

  Judge(Moment moment) {
    this.moment = moment;
    this.whole = moment.quick ? moment.probing() : moment;
  }

  /** The truth of a condition of this declaration. */
  Truth truth(String declaration, Node condition, View view) {
    Findings findings = moment.findings;
    if (findings == null) {
      Truth truth = condition.truth(view, moment, Node.NO_LOCALS);
      if (truth == Truth.ERROR) {
        throw new FaultSignal();
      }
      return truth;
    }
    int mark = findings.mark();
    Truth truth = condition.truth(view, moment, Node.NO_LOCALS);
    findings.keep(declaration, truth, mark);
    return truth;
  }

  /** The value of an expression of this declaration, or null. */
  @Nullable Value value(String declaration, Node expr, View view) {
    Findings findings = moment.findings;
    int mark = findings == null ? 0 : findings.mark();
    Value value = expr.value(view, whole, Node.NO_LOCALS);
    if (findings != null) {
      findings.keep(declaration, value == null ? Truth.ERROR : Truth.TRUE, mark);
    } else if (value == null) {
      throw new FaultSignal();
    }
    return value;
  }

  /** Lists what a declaration ran into outside an expression. */
  void list(String declaration, FaultKind kind, String detail) {
    if (moment.findings == null) {
      throw new FaultSignal();
    }
    moment.findings.list(declaration, kind, detail);
  }

  /**
   * What a rule says.
   *
   * @param truth whether it holds
   * @param obligations those it asks for; none where it does not apply
   */
  record Said(Truth truth, List<Obligation> obligations) {
    static final Said NOTHING = new Said(Truth.FALSE, List.of());

    Said {
      obligations = List.copyOf(obligations);
    }
  }

  /** What a rule says on a view. */
  Said said(RuleCode rule, View view) {
    Truth truth = truth(rule.id(), rule.condition(), view);
    return truth == Truth.FALSE ? Said.NOTHING : said(rule, truth, view);
  }

  /** What a rule says whose condition is known: a permit needs every argument of what it asks. */
  Said said(RuleCode rule, Truth truth, View view) {
    boolean widens = rule.widens();
    if (widens && truth != Truth.TRUE) {
      return new Said(truth, List.of());
    }
    List<Obligation> obligations = new ArrayList<>();
    for (RuleCode.Call call : rule.calls()) {
      Obligation obligation = obligation(rule.id(), call, view);
      if (obligation != null) {
        obligations.add(obligation);
      }
    }
    return widens && obligations.size() < rule.calls().size()
        ? new Said(Truth.ERROR, List.of())
        : new Said(truth, obligations);
  }

  private @Nullable Obligation obligation(String declaration, RuleCode.Call call, View view) {
    List<Value> arguments = new ArrayList<>();
    for (Node argument : call.arguments()) {
      Value value = value(declaration, argument, view);
      if (value != null) {
        arguments.add(value);
      }
    }
    return arguments.size() == call.arguments().size()
        ? new Obligation(call.name(), arguments)
        : null;
  }
}
