package dev.writ.dsl.cli;

import dev.writ.core.model.Json;
import dev.writ.core.model.JsonWriter;

/** A request that could not be read, as JSON on one line: a denial like any doubt. */
final class FaultJson {
  private FaultJson() {}

  static String of(int line, String reason) {
    Json error = Json.object().put("line", line).put("message", reason).build();
    return JsonWriter.canonical(Json.object().put("decision", false).put("error", error).build());
  }
}
