package dev.writ.core.plan;

import dev.writ.core.ir.Approval;
import dev.writ.core.ir.Approval.ApprovalCase;
import dev.writ.core.ir.Slot;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A declared approval or confirmation.
 *
 * @param declared the declaration
 * @param bySlot what it asks in the matter of a request
 * @param open its cases as they are read of a grant that leaves the resource open
 */
record ApprovalCode(Approval declared, Map<Slot, HearingCode> bySlot, List<HearingCode> open) {
  ApprovalCode {
    bySlot = Map.copyOf(bySlot);
    open = List.copyOf(open);
  }

  /**
   * @param withoutResource for what speaks of no resource
   */
  static ApprovalCode of(Approval declared, Compiler compiler, Compiler withoutResource) {
    Map<Slot, HearingCode> bySlot = new HashMap<>();
    for (ApprovalCase text : declared.cases()) {
      HearingCode code = HearingCode.of(text, compiler);
      text.slots().forEach(slot -> bySlot.putIfAbsent(slot, code));
    }
    return new ApprovalCode(
        declared,
        bySlot,
        declared.cases().stream().map(text -> HearingCode.of(text, withoutResource)).toList());
  }

  String id() {
    return declared.id();
  }

  /**
   * What it asks in the matter of a request, told by R(0); null where its head does not span it.
   */
  @Nullable HearingCode ofRequest(View view) {
    return bySlot.get(
        new Slot(view.request.action().name(), view.principal.type(), view.resource.type()));
  }
}
