package dev.writ.core.plan;

import dev.writ.core.ir.Approval;
import dev.writ.core.ir.Approval.Kind;
import dev.writ.core.ir.GrantTemplate;
import dev.writ.core.ir.PolicySet;
import dev.writ.core.ir.Slot;
import dev.writ.core.ir.ZoneTable;
import dev.writ.core.model.Schema;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The approvals, confirmations and grants of a policy set, compiled. They are read of states and
 * claims that may be older than the set, so nothing is taken for certain of their types, and each
 * expression is read in full. Immutable.
 */
final class AuthorityCode {
  private final Schema schema;
  private boolean asksClock;
  private final Map<String, ApprovalCode> approvals = new HashMap<>();
  private final Map<String, GrantCode> grants = new HashMap<>();
  private final Map<Slot, List<GrantCode>> permitting = new HashMap<>();
  private final List<GrantCode> permittingNothing = new ArrayList<>();

  AuthorityCode(PolicySet policies, Map<String, ZoneTable> zones) {
    schema = policies.schema();
    Compiler compiler = new Compiler(Types.untold(schema), zones, new Guards());
    Compiler open = new Compiler(Types.untoldWithoutResource(schema), zones, new Guards());
    for (Approval declared : policies.approvals()) {
      ApprovalCode code = ApprovalCode.of(approvals.size(), declared, compiler, open);
      approvals.putIfAbsent(declared.id(), code);
      asksClock |= code.asksClock();
    }
    for (GrantTemplate template : policies.grants()) {
      GrantCode code = GrantCode.of(grants.size(), template, compiler);
      if (grants.putIfAbsent(template.id(), code) == null) {
        put(code);
      }
    }
  }

  private void put(GrantCode code) {
    if (code.template().binds() == null) {
      permittingNothing.add(code);
    }
    for (Slot slot : code.bySlot().keySet()) {
      permitting.computeIfAbsent(slot, s -> new ArrayList<>()).add(code);
    }
  }

  /** Whether some head, exclusion or clause of an approval depends on the instant. */
  boolean asksClock() {
    return asksClock;
  }

  Schema schema() {
    return schema;
  }

  /** Whether no approval, confirmation or grant is declared. */
  boolean isEmpty() {
    return approvals.isEmpty() && grants.isEmpty();
  }

  /** The declaration of this id and kind, or null. */
  @Nullable ApprovalCode approval(Kind kind, String id) {
    ApprovalCode code = approvals.get(id);
    return code != null && code.declared().kind() == kind ? code : null;
  }

  /** The declaration of this id, or null. */
  @Nullable ApprovalCode approval(String id) {
    return approvals.get(id);
  }

  /** The templates that permit something there. */
  List<GrantCode> permitting(Slot slot) {
    return permitting.getOrDefault(slot, List.of());
  }

  /** The templates that permit nothing, of which grants count whatever is asked. */
  List<GrantCode> permittingNothing() {
    return permittingNothing;
  }

  /** The template of this id, or null. */
  @Nullable GrantCode grant(String id) {
    return grants.get(id);
  }
}
