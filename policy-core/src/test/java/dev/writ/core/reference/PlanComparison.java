package dev.writ.core.reference;

import dev.writ.core.decision.Verdict;
import dev.writ.core.model.BoundRequest;
import dev.writ.core.model.DataLimits;
import dev.writ.core.model.InvalidRequestException;
import dev.writ.core.model.Json;
import dev.writ.core.model.JsonWriter;
import dev.writ.core.model.RequestBinding;
import dev.writ.core.plan.Answer;
import dev.writ.core.plan.Program;
import dev.writ.core.plan.Surroundings;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One request decided twice: by the reference and by the program.
 *
 * @param expected the reference's verdict
 * @param answer the program's answer, or null where the request could not be bound
 */
record PlanComparison(Verdict expected, @Nullable Answer answer) {

  static PlanComparison of(GeneratedWorld world, Program program) {
    Circumstances circumstances = world.circumstances();
    try {
      BoundRequest bound =
          RequestBinding.bind(
              world.policies().schema(),
              circumstances.entities(),
              world.request(),
              DataLimits.DEFAULT);
      Surroundings surroundings =
          new Surroundings(
              circumstances.authority(),
              circumstances.nowMillis(),
              circumstances.health() == Circumstances.Health.UNAVAILABLE,
              circumstances.health() == Circumstances.Health.STALE || circumstances.isAhead());
      return new PlanComparison(
          world.reference().assess(bound, circumstances).verdict(),
          program.decide(program.question(bound), surroundings));
    } catch (InvalidRequestException e) {
      return new PlanComparison(world.assess().verdict(), null);
    }
  }

  /** The program's verdict, or null where it gave none. */
  @Nullable Verdict actual() {
    return answer instanceof Answer.Decided decided ? decided.verdict() : null;
  }

  /** Whether the two disagree. */
  boolean differ() {
    Verdict actual = actual();
    return actual != null && !actual.toCanonicalJson().equals(expected.toCanonicalJson());
  }

  /** The first name of the verdicts' JSON under which they differ, with both values. */
  String firstDifference() {
    Verdict actual = actual();
    if (actual == null) {
      return "no verdict";
    }
    Map<String, Json> mine = actual.toJson().members();
    for (Map.Entry<String, Json> member : expected.toJson().members().entrySet()) {
      Json other = mine.get(member.getKey());
      if (!member.getValue().equals(other)) {
        return member.getKey() + " is " + text(other) + ", not " + text(member.getValue());
      }
    }
    return "more than was expected";
  }

  private static String text(@Nullable Json json) {
    String text = json == null ? "absent" : JsonWriter.canonical(json);
    return text.length() <= 160 ? text : text.substring(0, 160) + "…";
  }

  @Override
  public String toString() {
    Verdict actual = actual();
    return "reference: "
        + expected.toCanonicalJson()
        + "\nprogram:   "
        + (actual == null ? answer : actual.toCanonicalJson());
  }
}
