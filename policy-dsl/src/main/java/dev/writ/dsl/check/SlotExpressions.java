package dev.writ.dsl.check;

import dev.writ.core.model.Type;
import dev.writ.dsl.ast.And;
import dev.writ.dsl.ast.Condition;
import dev.writ.dsl.ast.Expression;
import dev.writ.dsl.check.expression.ContextRoot;
import dev.writ.dsl.check.expression.ExpressionChecker;
import dev.writ.dsl.check.expression.ExpressionFacts;
import dev.writ.dsl.check.expression.ExpressionLimits;
import dev.writ.dsl.check.expression.LocalVariable;
import dev.writ.dsl.check.expression.Position;
import dev.writ.dsl.check.expression.Problems;
import dev.writ.dsl.check.expression.TypeContext;
import dev.writ.dsl.source.Diagnostics;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Checks the expressions of a declaration in one slot of its head, or outside any. */
final class SlotExpressions {
  private final FileScope scope;
  private final @Nullable SpannedHead head;
  private final @Nullable HeadSlot slot;
  private final TypeContext context;
  private final ExpressionChecker checker;
  private final ExpressionLimits limits;
  private final Diagnostics diagnostics;

  private SlotExpressions(
      FileScope scope,
      @Nullable SpannedHead head,
      @Nullable HeadSlot slot,
      TypeContext context,
      ExpressionChecker checker,
      ExpressionLimits limits,
      Diagnostics diagnostics) {
    this.scope = scope;
    this.head = head;
    this.slot = slot;
    this.context = context;
    this.checker = checker;
    this.limits = limits;
    this.diagnostics = diagnostics;
  }

  static SlotExpressions in(
      SpannedHead head,
      HeadSlot slot,
      TypeContext context,
      ExpressionLimits limits,
      Diagnostics diagnostics) {
    return new SlotExpressions(
        head.scope(),
        head,
        slot,
        context,
        new ExpressionChecker(context, diagnostics, limits),
        limits,
        diagnostics);
  }

  static SlotExpressions outside(
      FileScope scope, TypeContext context, ExpressionLimits limits, Diagnostics diagnostics) {
    return new SlotExpressions(
        scope,
        null,
        null,
        context,
        new ExpressionChecker(context, diagnostics, limits),
        limits,
        diagnostics);
  }

  /**
   * Returns the slot.
   *
   * @throws NullPointerException outside any slot
   */
  HeadSlot slot() {
    return Objects.requireNonNull(slot, "slot");
  }

  private SpannedHead head() {
    return Objects.requireNonNull(head, "head");
  }

  /** Returns the file. */
  FileScope scope() {
    return scope;
  }

  /** Returns where errors in this slot go. */
  Problems problems() {
    return new Problems(diagnostics, scope.source());
  }

  /** Returns the number of errors found in this slot so far. */
  int errors() {
    return diagnostics.size();
  }

  /** Returns whether there can be a request here that meets what is assumed. */
  boolean isReachable() {
    return checker.isReachable();
  }

  private SlotExpressions with(TypeContext other) {
    return new SlotExpressions(
        scope,
        head,
        slot,
        other,
        new ExpressionChecker(other, diagnostics, limits),
        limits,
        diagnostics);
  }

  /** Returns the same slot with one more word. */
  SlotExpressions withRoot(ContextRoot root, Type type) {
    return with(context.withRoot(root, type));
  }

  /** Returns the same slot, where no session is told of. */
  SlotExpressions withoutSession() {
    return with(context.withoutRoot(ContextRoot.SESSION));
  }

  /** Returns the same slot with the variable of a {@code for each}. */
  SlotExpressions withLocal(LocalVariable variable) {
    return with(context.withLocals(List.of(variable)));
  }

  /** Returns the same slot where there is a delegator. */
  SlotExpressions withDelegator() {
    return with(context.withDelegator());
  }

  /** Returns the same slot where a condition is true. */
  SlotExpressions assuming(CheckedExpression condition) {
    return assuming(List.of(condition.expression()));
  }

  private SlotExpressions assuming(List<Expression> conditions) {
    return new SlotExpressions(
        scope, head, slot, context, checker.assuming(conditions), limits, diagnostics);
  }

  /**
   * What checking the condition of a declaration gave.
   *
   * @param condition the condition
   * @param whenHolds the slot where head and {@code when} are true
   */
  record Conditioned(CheckedCondition condition, SlotExpressions whenHolds) {}

  /** Checks what the head asks for, {@code when}, {@code unless} and the lets. */
  Conditioned condition(Condition written, Polarity polarity) {
    List<Expression> required = new ArrayList<>(head().constraints(slot()));
    if (written.when() != null) {
      required.add(written.when());
    }
    Expression when = all(required);
    ExpressionFacts facts =
        checker.condition(when, polarity.when(), written.unless(), polarity.unless());
    SlotExpressions whenHolds = when == null ? this : assuming(List.of(when));
    Expression unless = written.unless();
    CheckedCondition condition =
        new CheckedCondition(
            head().guard(),
            when == null ? null : new CheckedExpression(when, facts),
            unless != null && !facts.isUnreachable(unless)
                ? new CheckedExpression(unless, facts)
                : null);
    return new Conditioned(condition, whenHolds);
  }

  /** Checks what the head alone asks for. */
  CheckedCondition headCondition() {
    Expression required = all(head().constraints(slot()));
    if (required == null) {
      return new CheckedCondition(head().guard(), null, null);
    }
    ExpressionFacts facts = checker.condition(required, Position.NEUTRAL);
    return new CheckedCondition(head().guard(), new CheckedExpression(required, facts), null);
  }

  private static @Nullable Expression all(List<Expression> required) {
    if (required.size() < 2) {
      return required.isEmpty() ? null : required.get(0);
    }
    Expression last = required.get(required.size() - 1);
    return new And(required, required.get(0).span().to(last.span()));
  }

  /** Checks a condition; null after an error. */
  @Nullable CheckedExpression condition(Expression written, Position position) {
    return checked(written, checker.condition(written, position));
  }

  /** Checks a value of some type, or of any for null; null after an error. */
  @Nullable CheckedExpression value(Expression written, @Nullable Type type) {
    return checked(written, checker.value(written, type, false));
  }

  /** Checks an argument of an obligation, which may be secret; null after an error. */
  @Nullable CheckedExpression argument(Expression written, Type type) {
    return checked(written, checker.value(written, type, true));
  }

  /** Checks where members of some types belong; null after an error. */
  @Nullable CheckedExpression group(Expression written, Type.EntityType members) {
    return checked(written, checker.group(written, members));
  }

  /** Checks the lets of the rule that nothing used. */
  void unusedLets() {
    checker.unusedLets();
  }

  private static @Nullable CheckedExpression checked(Expression written, ExpressionFacts facts) {
    return facts.ok() ? new CheckedExpression(written, facts) : null;
  }
}
