package dev.writ.dsl.check;

import dev.writ.dsl.ast.InvariantDecl;
import dev.writ.dsl.check.expression.Problems;
import java.util.List;

/** Checks invariants. They speak of the whole set, so no guard holds for them. */
final class InvariantChecker {
  private final SetContext context;
  private final CheckedSink sink;

  InvariantChecker(SetContext context, CheckedSink sink) {
    this.context = context;
    this.sink = sink;
  }

  void check(Declared<InvariantDecl> declared) {
    InvariantDecl invariant = declared.declaration();
    Problems problems = context.problems(declared.scope());
    SpannedHead head =
        context.heads().resolve(invariant.head(), declared.scope(), HeadRules.other(null));
    if (head == null || context.isTainted(declared)) {
      return;
    }
    List<CheckedCase> cases =
        context.eachSlot(
            head,
            invariant.condition().lets(),
            problems,
            slot ->
                CaseChecker.check(
                    context, slot, invariant.condition(), Polarity.NARROWING, List.of(), false));
    if (problems.count() == 0) {
      sink.invariant(new CheckedInvariant(declared, cases));
    }
  }
}
