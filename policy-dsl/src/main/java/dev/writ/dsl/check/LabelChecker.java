package dev.writ.dsl.check;

import dev.writ.dsl.ast.LabelDecl;
import dev.writ.dsl.check.expression.Problems;
import java.util.List;

/** Checks labels. */
final class LabelChecker {
  private final SetContext context;
  private final CheckedSink sink;

  LabelChecker(SetContext context, CheckedSink sink) {
    this.context = context;
    this.sink = sink;
  }

  void check(Declared<LabelDecl> declared) {
    LabelDecl label = declared.declaration();
    FileScope scope = declared.scope();
    Problems problems = context.problems(scope);
    SpannedHead head =
        context.heads().resolve(label.head(), scope, HeadRules.other(context.guard(scope)));
    if (head == null || context.isTainted(declared)) {
      return;
    }
    List<CheckedCase> cases =
        context.eachSlot(
            head,
            label.condition().lets(),
            problems,
            slot ->
                CaseChecker.check(
                    context, slot, label.condition(), Polarity.LABELLING, List.of(), false));
    if (problems.count() == 0) {
      sink.label(new CheckedLabel(declared, cases));
    }
  }
}
