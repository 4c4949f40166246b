package dev.writ.core.plan;

import dev.writ.core.ir.Rule;
import dev.writ.core.slice.Slice;
import java.util.List;

/**
 * What a request meets in one slice. Immutable.
 *
 * @param slice where
 * @param human whether those who act there are people
 * @param rules permits and forbids, observed ones among them, by number
 * @param index finds what is true
 * @param scopes the scopes
 * @param limits the limits
 * @param labels the labels that a request can earn
 * @param observed the rules that are only observed
 * @param needingSession the declarations without which a request would need no session, sorted
 * @param asks what all that speaks there asks of approvals, confirmations and grants
 */
record SliceProgram(
    Slice slice,
    boolean human,
    List<RuleCode> rules,
    SliceIndex index,
    List<ScopeCode> scopes,
    List<LimitCode> limits,
    List<SliceProgram.LabelCode> labels,
    List<Rule> observed,
    List<String> needingSession,
    Asks asks) {
  SliceProgram {
    rules = rules instanceof ManyRules ? rules : List.copyOf(rules);
    scopes = List.copyOf(scopes);
    limits = List.copyOf(limits);
    labels = List.copyOf(labels);
    observed = List.copyOf(observed);
    needingSession = List.copyOf(needingSession);
  }

  /** A label, and after which requests it is set. */
  record LabelCode(String id, Node condition) {}
}
