package dev.writ.core.slice;

import dev.writ.core.ir.GrantTemplate;
import dev.writ.core.ir.Label;
import dev.writ.core.ir.Rule;
import dev.writ.core.ir.Slot;
import java.util.List;
import java.util.Objects;

/**
 * All that a policy set says of one action by one type of principal on one type of resource.
 * Immutable; each list is in the order of the policy set.
 *
 * @param slot where
 * @param rules permits and forbids, observed ones among them
 * @param scopes those that name the type of who acts
 * @param limits observed ones among them
 * @param labels those that a request can earn there
 * @param grants the templates that permit something there
 */
public record Slice(
    Slot slot,
    List<Passage<Rule>> rules,
    List<ScopePassage> scopes,
    List<LimitPassage> limits,
    List<Passage<Label>> labels,
    List<Passage<GrantTemplate>> grants) {
  public Slice {
    Objects.requireNonNull(slot, "slot");
    rules = rules instanceof RulePassages ? rules : List.copyOf(rules);
    scopes = List.copyOf(scopes);
    limits = List.copyOf(limits);
    labels = List.copyOf(labels);
    grants = List.copyOf(grants);
  }
}
