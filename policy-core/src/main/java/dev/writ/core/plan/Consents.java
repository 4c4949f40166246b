package dev.writ.core.plan;

import dev.writ.core.decision.Truth;
import dev.writ.core.ir.Approval.Kind;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What approvals, confirmations and grants say of a request in whose matter nothing was opened and
 * whose members hold nothing: all of it is false. The head of a declaration is read all the same,
 * since what goes wrong in it is listed. Immutable.
 */
final class Consents {
  static final Consents NONE = new Consents(Map.of(), null);

  private final Map<String, Head> heads;
  private final @Nullable View principals;

  /**
   * The head of a declaration in one slot.
   *
   * @param kind approval or confirmation
   * @param condition guard and constraints of the head
   */
  record Head(Kind kind, Node condition) {}

  /**
   * @param heads those that span R(0), by declaration
   * @param principals R(0)
   */
  Consents(Map<String, Head> heads, @Nullable View principals) {
    this.heads = heads;
    this.principals = principals;
  }

  /** Whether the approval or confirmation stands for the request. */
  Truth stands(Kind kind, String id, Moment moment) {
    Head head = heads.get(id);
    if (!moment.quick && principals != null && head != null && head.kind() == kind) {
      read(id, head.condition(), principals, moment.withoutConsents());
    }
    return Truth.FALSE;
  }

  private static void read(String id, Node condition, View view, Moment moment) {
    Findings findings = moment.findings;
    int mark = findings == null ? 0 : findings.mark();
    Truth truth = condition.truth(view, moment, Node.NO_LOCALS);
    if (findings != null) {
      findings.keep(id, truth, mark);
    } else if (truth == Truth.ERROR) {
      throw new FaultSignal();
    }
  }

  /** Whether a grant of this template covers R(0). */
  Truth granted(String template) {
    return Truth.FALSE;
  }
}
