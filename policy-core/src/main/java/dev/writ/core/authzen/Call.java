package dev.writ.core.authzen;

import dev.writ.core.decision.BatchSemantic;
import dev.writ.core.model.Json;
import dev.writ.core.model.JsonException;
import dev.writ.core.model.JsonReader;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The JSON of a call.
 *
 * @param fields its members
 */
record Call(CallFields fields) {

  private static final List<String> DEFAULTED = List.of("subject", "action", "resource", "context");

  static Call parse(byte[] utf8, JsonReader reader) throws CallException {
    try {
      return of(reader.parse(utf8));
    } catch (JsonException e) {
      throw new CallException("the call is not JSON: " + e.getMessage());
    }
  }

  static Call parse(String text, JsonReader reader) throws CallException {
    try {
      return of(reader.parse(text));
    } catch (JsonException e) {
      throw new CallException("the call is not JSON: " + e.getMessage());
    }
  }

  private static Call of(Json json) throws CallException {
    return new Call(CallFields.of(json, ""));
  }

  Evaluation evaluation() throws CallException {
    return Evaluation.of(fields);
  }

  /** The evaluations that stand in the call; none where it is a single one. */
  List<Json> evaluations(int most) throws CallException {
    if (!fields.has("evaluations")) {
      return List.of();
    }
    if (!(fields.members().get("evaluations") instanceof Json.Arr items)) {
      throw new CallException("`evaluations` must be an array");
    }
    if (items.items().size() > most) {
      throw new CallException("`evaluations` has more than " + most + " items");
    }
    return items.items();
  }

  /** An evaluation, with what it leaves out taken whole from the call. */
  Evaluation evaluation(Json item, int index) throws CallException {
    String place = "evaluations[" + index + "]";
    Map<String, Json> members = new LinkedHashMap<>();
    for (String name : DEFAULTED) {
      if (fields.has(name)) {
        members.put(name, fields.members().get(name));
      }
    }
    members.putAll(CallFields.of(item, place).members());
    return Evaluation.of(new CallFields(members, place));
  }

  BatchSemantic semantic() throws CallException {
    Map<String, Json> options = fields.optionalMembers("options");
    Json word = options.get("evaluations_semantic");
    BatchSemantic semantic =
        word == null
            ? BatchSemantic.EXECUTE_ALL
            : BatchSemantic.ofWord(word instanceof Json.Str string ? string.value() : "");
    if (semantic == null) {
      throw new CallException(
          "`options.evaluations_semantic` must be one of "
              + Arrays.stream(BatchSemantic.values()).map(BatchSemantic::word).toList());
    }
    return semantic;
  }
}
