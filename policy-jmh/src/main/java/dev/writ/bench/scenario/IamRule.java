package dev.writ.bench.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** A statement of S4, as text and as what the floor runs. Immutable. */
final class IamRule {
  private static final int EVERYBODY = -1;

  private final int number;
  private final Head head;
  private final String start;
  private final String suffix;
  private final Condition[] tests;

  /**
   * @param number its number
   * @param head of what it speaks
   * @param prefix what the names of its resources begin with, beside the bucket's own
   * @param suffix what they end with
   * @param conditions what must hold beside
   */
  IamRule(int number, Head head, String prefix, String suffix, List<Condition> conditions) {
    this.number = number;
    this.head = head;
    this.start = "bucket_" + head.bucket + "/" + prefix;
    this.suffix = suffix;
    this.tests = conditions.toArray(Condition[]::new);
  }

  /**
   * Of what a statement speaks.
   *
   * @param permits whether it permits; else it forbids
   * @param group of whose members, or -1 for everybody
   * @param service of which service's actions
   * @param verbs of which of them, by number in {@link IamScenario#VERBS}
   * @param bucket of which bucket's resources, or -1 for all
   */
  record Head(boolean permits, int group, int service, List<Integer> verbs, int bucket) {
    Head {
      verbs = List.copyOf(verbs);
    }

    boolean isForEverybody() {
      return group == EVERYBODY;
    }
  }

  Head head() {
    return head;
  }

  /**
   * A condition.
   *
   * @param text in Writ
   * @param excludes whether it stands behind {@code unless}
   * @param holds by hand: whether the text is true
   */
  record Condition(String text, boolean excludes, Predicate<IamScenario.Call> holds) {}

  String text() {
    StringBuilder text = new StringBuilder();
    text.append(head.permits ? "permit" : "forbid")
        .append(" \"statement ")
        .append(number)
        .append("\" ");
    text.append(actions()).append(" by User");
    if (!head.isForEverybody()) {
      text.append(" in Group::\"group_").append(head.group).append('"');
    }
    text.append(" on Resource");
    clause(text, "when", clauses(false));
    clause(text, "unless", clauses(true));
    return text.append(';').toString();
  }

  private String actions() {
    if (head.verbs.size() == IamScenario.VERBS.size()) {
      return "service_" + head.service;
    }
    List<String> names = new ArrayList<>();
    head.verbs.forEach(verb -> names.add(IamScenario.action(head.service, verb)));
    return String.join(", ", names);
  }

  private List<String> clauses(boolean excluding) {
    List<String> clauses = new ArrayList<>();
    if (!excluding && head.bucket >= 0) {
      clauses.add("resource.name like \"" + start + "*" + suffix + "\"");
    }
    for (Condition condition : tests) {
      if (condition.excludes == excluding) {
        clauses.add("(" + condition.text + ")");
      }
    }
    return clauses;
  }

  private static void clause(StringBuilder text, String word, List<String> clauses) {
    if (!clauses.isEmpty()) {
      text.append(' ').append(word).append(' ').append(String.join(" and ", clauses));
    }
  }

  /** By hand: whether the rule holds for a call whose action and group fit. */
  boolean fits(IamScenario.Call call) {
    if (head.bucket >= 0
        && !(head.bucket == call.resource().bucket() && isNamed(call.resource().name()))) {
      return false;
    }
    for (Condition condition : tests) {
      if (condition.holds.test(call) == condition.excludes) {
        return false;
      }
    }
    return true;
  }

  private boolean isNamed(String name) {
    return name.length() >= start.length() + suffix.length()
        && name.startsWith(start)
        && name.endsWith(suffix);
  }
}
