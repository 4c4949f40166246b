package dev.writ.core.authzen;

import dev.writ.core.decision.Decision;
import dev.writ.core.decision.Obligation;
import dev.writ.core.decision.Remedy;
import dev.writ.core.model.InstantValue;
import dev.writ.core.model.Json;
import dev.writ.core.model.JsonObject;
import dev.writ.core.model.ValueJson;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/**
 * A decision as the answer to an evaluation: {@code {"decision", "context"}}.
 *
 * <p>{@code reason_user} may be shown to whoever asked; {@code reason_admin} may not. {@code
 * access_request} is there where a remedy is, in the shape of the access request profile; its
 * {@code remedies} name them all.
 *
 * @param point who decided
 * @param options what is told
 */
record DecisionContext(DecisionPoint point, AuthZenOptions options) {

  private static final String LANGUAGE = "en";

  /**
   * The answer.
   *
   * @param dropped what was left out of the evaluation
   */
  Json.Obj answer(Decision decision, List<String> dropped) {
    return Json.object()
        .put("decision", decision.permitted())
        .put("context", context(decision, dropped))
        .build();
  }

  private Json.Obj context(Decision decision, List<String> dropped) {
    JsonObject context =
        Json.object()
            .put("evaluation_id", decision.id())
            .put("evaluated_at", instant(decision.nowMillis()))
            .put("reason", decision.advice().word())
            .put("reason_user", reason(decision.agentMessage()));
    if (options.adminReasons()) {
      context.put("reason_admin", reason(decision.operatorMessage()));
    }
    if (decision.wouldPermit() && !decision.permitted()) {
      context.put("advisory", true);
    }
    List<Obligation> obligations = point.obligationsOfCaller(decision);
    if (!obligations.isEmpty()) {
      context.put("obligations", obligations.stream().map(DecisionContext::obligation).toList());
    }
    put(context, "validUntil", decision.validUntil());
    put(context, "retryAt", decision.retryAt());
    if (!decision.remedies().isEmpty()) {
      context.put("access_request", accessRequest(decision));
    }
    if (!dropped.isEmpty()) {
      context.put("dropped", dropped.stream().map(Json::of).toList());
    }
    return context.build();
  }

  private Json.Obj accessRequest(Decision decision) {
    List<Remedy> remedies = decision.remedies();
    return Json.object()
        .putIfPresent("endpoint", options.accessRequestEndpoint())
        .put("template", template(remedies.get(0)))
        .put("expires_at", instant(expiry(decision)))
        .put(
            "display",
            Json.object()
                .put("title", "Request access")
                .put("description", decision.agentMessage())
                .build())
        .put("remedies", remedies.stream().map(Remedy::toJson).toList())
        .build();
  }

  private long expiry(Decision decision) {
    long window = decision.nowMillis() + options.accessRequestWindow().toMillis();
    return Math.min(window, decision.validUntil().orElse(window));
  }

  private static String template(Remedy remedy) {
    return remedy.steps().stream()
        .map(step -> step.kind().word() + ":" + step.id())
        .collect(Collectors.joining("+"));
  }

  private static Json obligation(Obligation obligation) {
    return Json.object()
        .put("name", obligation.name())
        .put("arguments", obligation.arguments().stream().map(ValueJson::toJson).toList())
        .build();
  }

  private static Json reason(String text) {
    return Json.object().put(LANGUAGE, text).build();
  }

  private static void put(JsonObject context, String name, OptionalLong millis) {
    if (millis.isPresent()) {
      context.put(name, instant(millis.getAsLong()));
    }
  }

  private static String instant(long millis) {
    return new InstantValue(millis).text();
  }
}
