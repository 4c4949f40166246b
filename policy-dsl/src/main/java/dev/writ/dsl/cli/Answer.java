package dev.writ.dsl.cli;

import dev.writ.core.decision.Decision;
import dev.writ.core.model.Json;
import dev.writ.core.model.JsonObject;
import dev.writ.core.model.JsonWriter;
import dev.writ.core.model.Request;

/**
 * What came of one request.
 *
 * @param request the request, with what the enforcement point said of it
 * @param decision the decision
 * @param response the answer of the evaluation endpoint
 */
record Answer(Request request, Decision decision, Json.Obj response) {

  /** The answer of the endpoint and, as its member {@code writ}, the whole decision. */
  Json.Obj toJson() {
    JsonObject json = Json.object();
    response.members().forEach(json::put);
    return json.put("writ", decision.toJson()).build();
  }

  /** The same on one line. */
  String line() {
    return JsonWriter.canonical(toJson());
  }
}
