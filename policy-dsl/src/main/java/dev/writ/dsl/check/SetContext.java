package dev.writ.dsl.check;

import dev.writ.core.model.ActionDef;
import dev.writ.core.model.EntityId;
import dev.writ.core.model.Schema;
import dev.writ.dsl.ast.LimitDecl;
import dev.writ.dsl.ast.LocalLet;
import dev.writ.dsl.check.expression.ExpressionLimits;
import dev.writ.dsl.check.expression.Problems;
import dev.writ.dsl.check.expression.TypeContext;
import dev.writ.dsl.source.Diagnostic;
import dev.writ.dsl.source.Diagnostics;
import dev.writ.dsl.source.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What the checks of declarations share.
 *
 * @param schema the schema
 * @param names what names stand for
 * @param heads finds what heads span
 * @param entities resolves references to entities
 * @param modules the modules with their guards, by name
 * @param decisions the heads of approvals, confirmations and lets
 * @param limits on one condition
 * @param taint the words that have errors already
 * @param limitDecls the limits, by id
 * @param ruleIds the ids of permits, forbids and limits
 * @param diagnostics where errors go
 */
record SetContext(
    Schema schema,
    NameResolver names,
    HeadResolver heads,
    EntityRefs entities,
    Map<String, CheckedModule> modules,
    DecisionHeads decisions,
    ExpressionLimits limits,
    Taint taint,
    Map<String, LimitDecl> limitDecls,
    Set<String> ruleIds,
    Diagnostics diagnostics) {

  /** Returns the guard of the module of a file, or null. */
  @Nullable EntityId guard(FileScope scope) {
    CheckedModule module = modules.get(scope.module());
    return module == null ? null : module.guard();
  }

  /** Returns the action of a slot. */
  ActionDef action(HeadSlot slot) {
    return Objects.requireNonNull(schema.action(slot.action()), slot.action());
  }

  /** Returns where errors about a file go. */
  Problems problems(FileScope scope) {
    return new Problems(diagnostics, scope.source());
  }

  /** Returns whether a declaration mentions something that has errors already. */
  boolean isTainted(Declared<?> declared) {
    return taint.touches(declared.scope().source(), declared.declaration().span());
  }

  /**
   * Checks something in each slot of a head. An error is reported for the first slot that has one
   * at its place, not for each.
   */
  <T> List<T> eachSlot(
      SpannedHead head,
      List<LocalLet> lets,
      Problems problems,
      Function<SlotExpressions, T> check) {
    List<T> results = new ArrayList<>();
    Set<List<Object>> places = new HashSet<>();
    for (HeadSlot slot : head.slots()) {
      Diagnostics found = new Diagnostics();
      SlotExpressions expressions =
          SlotExpressions.in(head, slot, typeContext(head, slot, lets), limits, found);
      results.add(check.apply(expressions));
      expressions.unusedLets();
      for (Diagnostic diagnostic : found.sorted()) {
        Span span = diagnostic.span();
        if (places.add(List.of(diagnostic.file(), span.start(), span.end()))) {
          problems.add(diagnostic);
        }
      }
    }
    return results;
  }

  private TypeContext typeContext(SpannedHead head, HeadSlot slot, List<LocalLet> lets) {
    SlotNames slotNames = new SlotNames(this, head, slot);
    TypeContext alone =
        TypeContext.slot(
            head.scope().source(),
            slotNames.in(head.scope()),
            schema,
            action(slot),
            slot.principalType(),
            slot.resourceType());
    TypeContext among =
        head.slots().size() == 1
            ? alone
            : alone.withHead(head.principalTypes(), head.resourceTypes());
    return lets.isEmpty() ? among : among.withLets(lets);
  }
}
