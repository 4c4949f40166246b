package dev.writ.dsl.cli;

import dev.writ.core.decision.Decision;
import dev.writ.core.decision.ReasonCode;
import dev.writ.core.model.Json;
import dev.writ.dsl.report.Cell;
import dev.writ.dsl.report.Column;
import dev.writ.dsl.report.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts many decisions by outcome and by determining rule. Not safe for several threads. */
final class DecisionCounts {
  private static final int PERMITS = 0;
  private static final int DENIALS = 1;

  private final Map<String, Outcome> outcomes = new TreeMap<>();
  private final Map<String, long[]> rules = new TreeMap<>();
  private long total;
  private long notPermitted;

  /** Decisions with one outcome. */
  private static final class Outcome {
    private final Decision first;
    private long count;

    private Outcome(Decision first) {
      this.first = first;
    }
  }

  void add(Decision decision) {
    total++;
    notPermitted += decision.permitted() ? 0 : 1;
    String key = DecisionText.word(decision) + " " + reason(decision);
    outcomes.computeIfAbsent(key, any -> new Outcome(decision)).count++;
    for (String rule : decision.verdict().rules()) {
      rules.computeIfAbsent(rule, any -> new long[2])[decision.wouldPermit() ? PERMITS : DENIALS]++;
    }
  }

  /** How many were counted. */
  long total() {
    return total;
  }

  /** Whether each of them may be acted on. */
  boolean allPermitted() {
    return notPermitted == 0;
  }

  /** How often each outcome came, the most frequent first. */
  Table byReason() {
    return new Table(
        List.of(Column.text("decision"), Column.flexible("reason"), Column.number("requests")),
        sorted().stream().map(DecisionCounts::row).toList());
  }

  private List<Outcome> sorted() {
    List<Outcome> sorted = new ArrayList<>(outcomes.values());
    sorted.sort(Comparator.comparingLong((Outcome outcome) -> outcome.count).reversed());
    return sorted;
  }

  /** The same as JSON. */
  List<Json> toJson() {
    return sorted().stream()
        .<Json>map(
            outcome ->
                Json.object()
                    .put("decision", outcome.first.permitted())
                    .put("onceAuthorised", outcome.first.wouldPermit())
                    .put("reason", outcome.first.verdict().reason().code())
                    .put("requests", outcome.count)
                    .build())
        .toList();
  }

  /** How many requests could not be looked at. */
  long invalid() {
    return outcomes.values().stream()
        .filter(each -> each.first.verdict().reason() == ReasonCode.INVALID_REQUEST)
        .mapToLong(each -> each.count)
        .sum();
  }

  /** The reason, and of an invalid request the field at fault. */
  private static String reason(Decision decision) {
    ReasonCode reason = decision.verdict().reason();
    String place = decision.verdict().place();
    return reason == ReasonCode.INVALID_REQUEST && place != null
        ? reason.code() + " (" + Visible.of(place) + ")"
        : reason.code();
  }

  private static List<Cell> row(Outcome outcome) {
    Decision decision = outcome.first;
    return List.of(
        Cell.of(DecisionText.word(decision), DecisionText.ink(decision)),
        Cell.of(reason(decision)),
        Cell.of(outcome.count));
  }

  /** Whether a rule determined a decision. */
  boolean hasRules() {
    return !rules.isEmpty();
  }

  /** How often each rule determined a decision, by its id. */
  Table byRule() {
    return new Table(
        List.of(
            Column.flexible("determining rule"), Column.number("permits"), Column.number("denies")),
        rules.entrySet().stream()
            .map(
                rule ->
                    List.of(
                        Cell.of(rule.getKey()),
                        Cell.of(rule.getValue()[PERMITS]),
                        Cell.of(rule.getValue()[DENIALS])))
            .toList());
  }
}
