package dev.writ.core.reference;

import dev.writ.core.decision.EvaluationError;
import dev.writ.core.decision.Truth;
import java.util.List;
import java.util.OptionalLong;

/**
 * What approvals, confirmations and grants say of one request at one instant (language reference,
 * section 6). They are facts of the whole request, the same on every member's view of it.
 *
 * <p>For one decision and one thread. A name that the set does not declare, and one whose answer
 * would depend on itself, is {@link Truth#FALSE} or {@link Truth#ERROR}, never true.
 */
interface AuthorityFacts {

  /** Whether the approval stands for the request. */
  Truth approved(String approval);

  /** Whether the confirmation stands for the request. */
  Truth confirmed(String confirmation);

  /** Whether the principal holds a grant of this template that covers the request. */
  Truth granted(String template);

  /**
   * The grants held by this member (0 is the principal) that cover its view of the request, sorted
   * by id; only those that certainly do.
   */
  List<CoveringGrant> covering(int member);

  /** What could not be evaluated in answering what was asked so far. */
  List<EvaluationError> errors();

  /**
   * The earliest instant after now, epoch milliseconds, at which an answer given so far changes
   * with all else fixed: a grant starts or ends, an approval lapses, a review falls due.
   */
  OptionalLong nextChange();
}
