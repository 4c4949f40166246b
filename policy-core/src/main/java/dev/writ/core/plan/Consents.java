package dev.writ.core.plan;

import dev.writ.core.authority.Spending;
import dev.writ.core.decision.Obligation;
import dev.writ.core.decision.Truth;
import dev.writ.core.ir.Approval.Kind;
import java.util.List;
import java.util.SortedMap;
import java.util.function.Predicate;

/**
 * What approvals, confirmations and grants say of one request. This one says nothing: nothing was
 * opened, nobody holds anything, and no head is read.
 */
class Consents {
  static final Consents NONE = new Consents();

  /** Whether the approval or confirmation stands for the request. */
  Truth stands(Kind kind, String id, Moment moment) {
    return Truth.FALSE;
  }

  /** Whether a grant of this template held by the principal covers R(0). */
  boolean granted(String template) {
    return false;
  }

  /** Whether a grant held by this member covers its view. */
  boolean covers(int member) {
    return false;
  }

  /**
   * Adds the grants that a permit spends to what determined it, by template, each with what it asks
   * for.
   *
   * @param permits whether the request is permitted with other consents
   */
  void addSpent(SortedMap<String, List<Obligation>> determining, Predicate<Consents> permits) {}

  /**
   * What a permit spends.
   *
   * @param permits whether the request is permitted with other consents
   */
  Spending spending(Predicate<Consents> permits) {
    return Spending.NOTHING;
  }

  /** Whether something that was asked about has uses, so that a permit may spend one. */
  boolean mayBeSpent() {
    return false;
  }
}
