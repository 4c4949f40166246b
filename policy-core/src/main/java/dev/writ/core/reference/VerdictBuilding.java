package dev.writ.core.reference;

import dev.writ.core.authority.GrantRecord;
import dev.writ.core.decision.Combination.Outcome;
import dev.writ.core.decision.Obligation;
import dev.writ.core.decision.ReasonCode;
import dev.writ.core.decision.Verdict;
import dev.writ.core.ir.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The verdict on what the six steps came to: determining rules, obligations, errors. */
final class VerdictBuilding {

  private VerdictBuilding() {}

  /** The verdict of a request that step 1 refused: nothing else was evaluated. */
  static Verdict refused(Refusal refusal, String policySet) {
    return new Verdict(
        refusal.reason(),
        refusal.place(),
        refusal.message(),
        refusal.rules(),
        List.of(),
        List.of(),
        List.of(),
        policySet);
  }

  /**
   * The verdict of a request that went through all steps.
   *
   * @param spent the ids of the grants that a permit spends
   */
  static Verdict deliberated(Deliberation deliberation, Set<String> spent, String policySet) {
    Outcome outcome = deliberation.outcome();
    Map<String, List<Obligation>> determining = determining(deliberation, spent);
    return new Verdict(
        outcome.reason(),
        place(deliberation),
        null,
        List.copyOf(determining.keySet()),
        List.copyOf(deliberation.errors()),
        deliberation.observed(),
        determining.values().stream().flatMap(List::stream).toList(),
        policySet);
  }

  /** The member that failed, where one did. */
  private static @Nullable String place(Deliberation deliberation) {
    Outcome outcome = deliberation.outcome();
    return switch (outcome.reason()) {
      case OUT_OF_SCOPE, NO_PERMIT, DELEGATE_DENIED ->
          deliberation.asked().members().get(outcome.member()).toString();
      default -> null;
    };
  }

  /** The determining rules by id, each with the obligations it asks for. */
  private static Map<String, List<Obligation>> determining(
      Deliberation deliberation, Set<String> spent) {
    Map<String, List<Obligation>> rules = new TreeMap<>();
    ReasonCode reason = deliberation.outcome().reason();
    switch (reason) {
      case FORBIDDEN, EVALUATION_ERROR -> put(rules, deliberation.forbids().determining());
      case OUT_OF_SCOPE ->
          deliberation
              .scopesDenying(deliberation.outcome().member())
              .forEach(scope -> rules.put(scope, List.of()));
      case LIMIT_REACHED ->
          Limits.ids(deliberation.limits().determining())
              .forEach(limit -> rules.put(limit, List.of()));
      case PERMITTED -> {
        put(rules, deliberation.permits().determining());
        putGrants(rules, deliberation, spent);
      }
      default -> {}
    }
    return rules;
  }

  private static void put(Map<String, List<Obligation>> rules, List<RuleReading> readings) {
    for (RuleReading reading : readings) {
      Rule rule = reading.rule();
      rules.put(rule.id(), reading.obligations());
    }
  }

  /** The spent grants go by their templates; one that covers several views asks on each. */
  private static void putGrants(
      Map<String, List<Obligation>> rules, Deliberation deliberation, Set<String> spent) {
    for (String id : spent) {
      GrantRecord grant = deliberation.world().authority().grant(id);
      if (grant != null) {
        rules.computeIfAbsent(grant.template(), template -> new ArrayList<>());
      }
    }
    for (int member = 0; member < deliberation.asked().members().size(); member++) {
      for (CoveringGrant covering : deliberation.authority().covering(member)) {
        if (spent.contains(covering.grant().id())) {
          rules
              .computeIfAbsent(covering.grant().template(), template -> new ArrayList<>())
              .addAll(covering.obligations());
        }
      }
    }
  }
}
