package dev.writ.core.decision;

import dev.writ.core.model.Json;
import dev.writ.core.model.ValueJson;
import java.util.List;
import java.util.Locale;

/** Verdicts as JSON: every member always there but {@code place} and {@code message}. */
final class VerdictJson {

  private VerdictJson() {}

  static Json.Obj of(Verdict verdict) {
    return Json.object()
        .put("effect", verdict.effect().word())
        .put("reason", verdict.reason().code())
        .putIfPresent("place", verdict.place())
        .putIfPresent("message", verdict.message())
        .put("rules", verdict.rules().stream().map(Json::of).toList())
        .put("errors", errors(verdict.errors()))
        .put("observed", verdict.observed().stream().map(VerdictJson::observation).toList())
        .put("obligations", verdict.obligations().stream().map(VerdictJson::obligation).toList())
        .put("policySet", verdict.policySet())
        .build();
  }

  private static List<Json> errors(List<EvaluationError> errors) {
    return errors.stream().map(VerdictJson::error).toList();
  }

  private static Json error(EvaluationError error) {
    return Json.object()
        .put("rule", error.rule())
        .put("kind", error.kind())
        .put("detail", error.detail())
        .build();
  }

  private static Json observation(Observation observation) {
    return Json.object()
        .put("rule", observation.rule())
        .put("truth", observation.truth().name().toLowerCase(Locale.ROOT))
        .build();
  }

  private static Json obligation(Obligation obligation) {
    return Json.object()
        .put("name", obligation.name())
        .put("arguments", obligation.arguments().stream().map(ValueJson::toJson).toList())
        .build();
  }
}
