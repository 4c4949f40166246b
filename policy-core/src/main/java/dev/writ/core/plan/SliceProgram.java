package dev.writ.core.plan;

import dev.writ.core.ir.Rule;
import dev.writ.core.slice.Slice;
import java.util.List;

/**
 * What a request meets in one slice. Immutable.
 *
 * @param slice where
 * @param human whether those who act there are people
 * @param guards what is looked at before anything is left out
 * @param rules permits and forbids, observed ones among them, by number
 * @param index finds those of them that are true
 * @param scopes the scopes
 * @param limits the limits
 * @param labels the labels that a request can earn
 * @param observed the rules that are only observed
 * @param asksConsent whether something reads approvals, confirmations or grants
 */
record SliceProgram(
    Slice slice,
    boolean human,
    Guards guards,
    List<RuleCode> rules,
    RuleIndex index,
    List<ScopeCode> scopes,
    List<LimitCode> limits,
    List<SliceProgram.LabelCode> labels,
    List<Rule> observed,
    boolean asksConsent) {
  SliceProgram {
    rules = List.copyOf(rules);
    scopes = List.copyOf(scopes);
    limits = List.copyOf(limits);
    labels = List.copyOf(labels);
    observed = List.copyOf(observed);
  }

  /** A label, and after which requests it is set. */
  record LabelCode(String id, Node condition) {}
}
