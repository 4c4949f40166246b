package dev.writ.core.reference;

import dev.writ.core.decision.EvaluationError;
import dev.writ.core.decision.Obligation;
import dev.writ.core.decision.Truth;
import dev.writ.core.ir.Case;
import dev.writ.core.ir.Expr;
import dev.writ.core.ir.ObligationCall;
import dev.writ.core.model.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Evaluates conditions and other expressions of rules, and keeps what came to light: errors, by
 * rule, and the instants at which time conditions change. Mutable, for one decision and one thread.
 */
final class Judge {
  private final World world;
  private final Trace trace;
  private final SortedSet<EvaluationError> errors = new TreeSet<>();
  private final SortedSet<Long> changes = new TreeSet<>();

  Judge(World world, Trace trace) {
    this.world = world;
    this.trace = trace;
  }

  /** What the decision is made against. */
  World world() {
    return world;
  }

  /** Who looks on. */
  Trace trace() {
    return trace;
  }

  /** The truth of a condition of the rule with this id. */
  Truth truth(String rule, Expr condition, Environment environment, AuthorityFacts authority) {
    Notes notes = new Notes();
    Truth truth = new Evaluator(world, authority, environment, notes, trace).truth(condition);
    keep(rule, truth, notes);
    return truth;
  }

  /** The value of an expression of the rule with this id. */
  Result value(String rule, Expr expr, Environment environment, AuthorityFacts authority) {
    Notes notes = new Notes();
    Result result = new Evaluator(world, authority, environment, notes, trace).value(expr);
    keep(rule, result.failed() ? Truth.ERROR : Truth.TRUE, notes);
    return result;
  }

  /** Lists what a rule ran into outside an expression. */
  void list(String rule, Fault fault) {
    errors.add(fault.in(rule));
  }

  private void keep(String rule, Truth outcome, Notes notes) {
    errors.addAll(notes.errors(rule, outcome));
    changes.addAll(notes.changes());
  }

  /**
   * What the rule says in one of its cases.
   *
   * @param widens whether it is a permit or grant, which does not apply where an argument of an
   *     obligation errs; a forbid then applies without that obligation
   */
  Said said(
      String rule, Case text, boolean widens, Environment environment, AuthorityFacts authority) {
    Truth truth = truth(rule, text.condition(), environment, authority);
    boolean applies = widens ? truth == Truth.TRUE : truth != Truth.FALSE;
    if (!applies) {
      return new Said(truth, List.of());
    }
    List<Obligation> obligations = new ArrayList<>();
    for (ObligationCall call : text.obligations()) {
      List<Value> arguments = arguments(rule, call, environment, authority);
      if (arguments.size() == call.arguments().size()) {
        obligations.add(new Obligation(call.name(), arguments));
      }
    }
    return widens && obligations.size() < text.obligations().size()
        ? new Said(Truth.ERROR, List.of())
        : new Said(truth, obligations);
  }

  /** The values of those arguments that have one. */
  private List<Value> arguments(
      String rule, ObligationCall call, Environment environment, AuthorityFacts authority) {
    List<Value> values = new ArrayList<>();
    for (Expr argument : call.arguments()) {
      if (value(rule, argument, environment, authority) instanceof Result.Found found) {
        values.add(found.value());
      }
    }
    return values;
  }

  /**
   * What a case came to.
   *
   * @param truth whether it holds
   * @param obligations those it asks for; none where it does not apply
   */
  record Said(Truth truth, List<Obligation> obligations) {
    Said {
      obligations = List.copyOf(obligations);
    }
  }

  /** Everything that could not be evaluated so far, sorted, each once. */
  List<EvaluationError> errors() {
    return List.copyOf(errors);
  }

  /** The earliest instant after now at which a time condition evaluated so far changes. */
  OptionalLong nextChange() {
    return changes.isEmpty() ? OptionalLong.empty() : OptionalLong.of(changes.first());
  }
}
