package dev.writ.dsl.cli;

import dev.writ.core.decision.Decision;
import dev.writ.core.model.Json;
import dev.writ.core.model.JsonObject;
import dev.writ.core.model.JsonWriter;
import dev.writ.core.model.Request;
import org.jspecify.annotations.Nullable;

/**
 * What came of one request, or of one call of a tool.
 *
 * @param title what was asked, on one line
 * @param request the request, with what the enforcement point said of it, or null where a call of a
 *     tool is none
 * @param decision the decision
 * @param response the answer as JSON, without the decision as a whole
 */
record Answer(String title, @Nullable Request request, Decision decision, Json.Obj response) {

  /** The answer and, as its member {@code writ}, the whole decision. */
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
