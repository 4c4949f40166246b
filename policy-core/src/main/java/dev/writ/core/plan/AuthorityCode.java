package dev.writ.core.plan;

import dev.writ.core.ir.Approval;
import dev.writ.core.ir.Approval.Kind;
import dev.writ.core.ir.GrantTemplate;
import dev.writ.core.ir.PolicySet;
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
  private final Map<String, ApprovalCode> approvals = new HashMap<>();
  private final List<ApprovalCode> inOrder = new ArrayList<>();
  private final Map<String, GrantCode> grants = new HashMap<>();

  AuthorityCode(PolicySet policies, Map<String, ZoneTable> zones) {
    schema = policies.schema();
    Compiler compiler = new Compiler(Types.untold(schema), zones, new Guards());
    Compiler open = new Compiler(Types.untoldWithoutResource(schema), zones, new Guards());
    for (Approval declared : policies.approvals()) {
      ApprovalCode code = ApprovalCode.of(declared, compiler, open);
      inOrder.add(code);
      approvals.putIfAbsent(declared.id(), code);
    }
    for (GrantTemplate template : policies.grants()) {
      grants.putIfAbsent(template.id(), GrantCode.of(template, compiler));
    }
  }

  Schema schema() {
    return schema;
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

  /** All approvals and confirmations, in the order of the set. */
  List<ApprovalCode> approvals() {
    return inOrder;
  }

  /** The template of this id, or null. */
  @Nullable GrantCode grant(String id) {
    return grants.get(id);
  }
}
