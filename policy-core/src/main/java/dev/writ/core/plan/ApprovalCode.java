package dev.writ.core.plan;

import dev.writ.core.ir.Approval;
import dev.writ.core.ir.Approval.ApprovalCase;
import dev.writ.core.ir.Expr;
import dev.writ.core.ir.Quorum;
import dev.writ.core.ir.Slot;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A declared approval or confirmation.
 *
 * @param number its number among those of the set
 * @param declared the declaration
 * @param bySlot what it asks in the matter of a request
 * @param open its cases as they are read of a grant that leaves the resource open
 * @param asksClock whether who may vote depends on the instant
 */
record ApprovalCode(
    int number,
    Approval declared,
    Map<Slot, HearingCode> bySlot,
    List<HearingCode> open,
    boolean asksClock) {
  ApprovalCode {
    bySlot = Map.copyOf(bySlot);
    open = List.copyOf(open);
  }

  /**
   * @param withoutResource for what speaks of no resource
   */
  static ApprovalCode of(
      int number, Approval declared, Compiler compiler, Compiler withoutResource) {
    Map<Slot, HearingCode> bySlot = new HashMap<>();
    for (ApprovalCase text : declared.cases()) {
      HearingCode code = HearingCode.of(text, compiler);
      text.slots().forEach(slot -> bySlot.putIfAbsent(slot, code));
    }
    return new ApprovalCode(
        number,
        declared,
        bySlot,
        declared.cases().stream().map(text -> HearingCode.of(text, withoutResource)).toList(),
        Asks.of(declared.cases().stream().flatMap(ApprovalCode::expressions)).clock());
  }

  private static Stream<Expr> expressions(ApprovalCase text) {
    Stream.Builder<Expr> all = Stream.builder();
    all.add(text.condition());
    for (Quorum.Clause clause : text.quorum().clauses()) {
      Quorum.ForEach each = clause.forEach();
      Quorum.Membership where = clause.membership();
      Stream.ofNullable(each).map(Quorum.ForEach::set).forEach(all);
      Stream.ofNullable(where).flatMap(in -> in.groups().stream()).forEach(all);
    }
    for (Approval.Exclusion exclusion : text.exclusions()) {
      all.add(exclusion.who()).add(exclusion.condition());
    }
    return all.build();
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
