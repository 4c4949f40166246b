package dev.writ.core.ir;

import dev.writ.core.model.Json;
import dev.writ.core.model.JsonException;
import dev.writ.core.model.JsonLimits;
import dev.writ.core.model.JsonReader;
import dev.writ.core.model.Schema;
import dev.writ.core.model.Type;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The JSON form of a policy set: {@code {"writ": 1, "policySet": {…}}}.
 *
 * <p>The form is derived from the records: an object for a record, with one member for each
 * component and none for one that is null; in a sealed family the member {@code kind} tells which.
 * Enums of the language are defined in the schema and named elsewhere. An integer beyond ±(2^53 −
 * 1) is a string.
 *
 * <p>Reading is strict: another version, a field too many, too few or of another type, an unknown
 * kind, and whatever {@link PolicySetCheck} finds is an error, and then there is no policy set.
 * Stateless, thread-safe.
 */
public final class PolicySetJson {

  /** The version of the form. */
  public static final int VERSION = 1;

  /** 256 Mi characters or bytes, 1,000 levels, as many digits as an integer has. */
  public static final JsonLimits LIMITS = new JsonLimits(256 << 20, 1_000, 20);

  private static final String VERSION_FIELD = "writ";
  private static final String SET_FIELD = "policySet";

  /** The form of a set to be written, which names enums without looking them up. */
  private static final JsonForm WRITTEN = new JsonForms(Map.of()).of(PolicySet.class);

  private PolicySetJson() {}

  /** The canonical JSON text of a set: equal for equal sets. */
  public static String write(PolicySet set) {
    StringBuilder text = new StringBuilder();
    write(set, text::append);
    return text.toString();
  }

  /** Passes on the canonical JSON text of a set, piece by piece. */
  static void write(PolicySet set, Consumer<String> pieces) {
    CanonicalText text = new CanonicalText(pieces);
    text.add("{\"" + SET_FIELD + "\":");
    WRITTEN.canonical(set, text);
    text.add(",\"" + VERSION_FIELD + "\":" + VERSION + "}").end();
  }

  /** The JSON of a set. */
  public static Json toJson(PolicySet set) {
    return Json.object().put(VERSION_FIELD, VERSION).put(SET_FIELD, WRITTEN.write(set)).build();
  }

  /**
   * Reads a set within {@link #LIMITS}.
   *
   * @throws PolicySetFormatException if the text is not the JSON of a policy set that may run
   */
  public static PolicySet read(String text) {
    return read(text, LIMITS);
  }

  /**
   * Reads a set.
   *
   * @throws PolicySetFormatException if the text is not the JSON of a policy set that may run, or
   *     passes a limit
   */
  public static PolicySet read(String text, JsonLimits limits) {
    try {
      return fromJson(new JsonReader(limits).parse(text));
    } catch (JsonException e) {
      throw new PolicySetFormatException("", String.valueOf(e.getMessage()));
    }
  }

  /**
   * Reads a set from UTF-8 within {@link #LIMITS}.
   *
   * @throws PolicySetFormatException if the bytes are not the JSON of a policy set that may run
   */
  public static PolicySet read(byte[] utf8) {
    try {
      return fromJson(new JsonReader(LIMITS).parse(utf8));
    } catch (JsonException e) {
      throw new PolicySetFormatException("", String.valueOf(e.getMessage()));
    }
  }

  /**
   * The set of this JSON.
   *
   * @throws PolicySetFormatException if it is not that of a policy set that may run
   */
  public static PolicySet fromJson(Json json) {
    Json body = body(json);
    JsonForms forms = new JsonForms(enums(body));
    PolicySet set =
        (PolicySet) forms.of(PolicySet.class).read(body, JsonPlace.TOP.member(SET_FIELD));
    List<String> problems = PolicySetCheck.problems(set);
    if (!problems.isEmpty()) {
      throw new PolicySetFormatException("", String.join("; ", problems));
    }
    return set;
  }

  private static Json body(Json json) {
    Map<String, Json> members = JsonForm.object(json, JsonPlace.TOP).members();
    Json version = JsonForm.member(members, VERSION_FIELD, JsonPlace.TOP);
    if (!version.equals(Json.of(VERSION))) {
      throw JsonPlace.TOP
          .member(VERSION_FIELD)
          .wrong("another version than " + VERSION + ", the only one known here");
    }
    JsonForm.members(json, JsonPlace.TOP, VERSION_FIELD, SET_FIELD);
    return JsonForm.member(members, SET_FIELD, JsonPlace.TOP);
  }

  /**
   * The enums that the schema defines, read before everything that names them. Where there is no
   * schema there are none; that it is missing is found when the rest is read.
   */
  private static Map<String, Type.EnumType> enums(Json body) {
    Map<String, Type.EnumType> known = new HashMap<>();
    known.put(Schema.SOURCE.name(), Schema.SOURCE);
    known.put(Schema.WEEKDAY.name(), Schema.WEEKDAY);
    if (body instanceof Json.Obj set
        && set.members().get("schema") instanceof Json.Obj schema
        && schema.members().get("enums") instanceof Json.Obj enums) {
      JsonPlace place = JsonPlace.TOP.member(SET_FIELD).member("schema").member("enums");
      JsonForm definition = JsonForms.enumDefinition();
      enums
          .members()
          .forEach(
              (name, json) ->
                  known.put(name, (Type.EnumType) definition.read(json, place.member(name))));
    }
    return known;
  }
}
