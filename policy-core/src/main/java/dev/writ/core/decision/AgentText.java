package dev.writ.core.decision;

import dev.writ.core.model.InstantValue;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What an agent is told: what it can do next, and nothing about rules, voters, counts or other
 * people's rights.
 */
final class AgentText {

  private AgentText() {}

  static Advice advice(Decision decision) {
    if (decision.wouldPermit()) {
      return decision.permitted() ? Advice.ACT : Advice.AUTHORIZE;
    }
    if (!decision.remedies().isEmpty()) {
      return Advice.ASK;
    }
    return switch (decision.verdict().reason()) {
      case INVALID_REQUEST, TOOL_CHANGED, SESSION_REQUIRED -> Advice.FIX;
      default -> decision.retryAt().isPresent() ? Advice.RETRY : Advice.NONE;
    };
  }

  static String of(Decision decision) {
    return switch (advice(decision)) {
      case ACT -> "permitted";
      case AUTHORIZE -> "not permitted yet: it would be, once it is authorised";
      case ASK -> "not permitted as it stands: ask for " + remedies(decision.remedies());
      case RETRY -> "not permitted now: retry at " + instant(decision.retryAt().orElse(0));
      case FIX -> "fix the request: " + fault(decision.verdict());
      case NONE -> "denied";
    };
  }

  private static String instant(long millis) {
    return new InstantValue(millis).text();
  }

  private static String remedies(List<Remedy> remedies) {
    return remedies.stream()
        .map(
            remedy ->
                remedy.steps().stream()
                    .map(step -> step.kind().word() + " `" + step.id() + "`")
                    .collect(Collectors.joining(" and ")))
        .collect(Collectors.joining(", or "));
  }

  private static String fault(Verdict verdict) {
    return switch (verdict.reason()) {
      case TOOL_CHANGED -> "the tool is not the one that was reviewed";
      case SESSION_REQUIRED -> "it needs a session";
      default -> {
        String message = verdict.message() == null ? "it is not valid" : verdict.message();
        yield verdict.place() == null ? message : "`" + verdict.place() + "`: " + message;
      }
    };
  }
}
