package dev.writ.dsl.lower;

import dev.writ.core.ir.Slot;
import dev.writ.dsl.check.CheckedCondition;
import dev.writ.dsl.check.Declared;
import dev.writ.dsl.check.HeadSlot;
import dev.writ.dsl.source.Diagnostic;
import dev.writ.dsl.source.DiagnosticCode;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Sums up what one decision may evaluate: for each slot the conditions of all rules, scopes,
 * grants, limits and labels that span it. Not safe for several threads.
 */
final class SetCost {
  private final long limit;
  private final Map<Slot, Long> costs = new HashMap<>();
  private @Nullable Diagnostic passed;

  SetCost(long limit) {
    this.limit = limit;
  }

  /** Adds the condition that a declaration has in a slot. */
  void add(Declared<?> declared, HeadSlot spanned, CheckedCondition condition) {
    Slot slot = CaseLowering.slot(spanned);
    long cost = costs.merge(slot, condition.cost(), Long::sum);
    if (cost > limit && passed == null) {
      passed =
          Diagnostic.error(
                  DiagnosticCode.SET_TOO_COSTLY,
                  declared.scope().source(),
                  declared.nameSpan(),
                  "with this one a decision on `%s by %s on %s` may evaluate more than %d names and operators"
                      .formatted(slot.action(), slot.principalType(), slot.resourceType(), limit))
              .withHelp("bound the sets of quantifiers with `max`, or split the action");
    }
  }

  /** Returns the error at the declaration that passed the limit first, if one did. */
  Optional<Diagnostic> error() {
    return Optional.ofNullable(passed);
  }
}
