package dev.writ.dsl.cli;

import dev.writ.core.model.EntityId;
import dev.writ.core.model.InvalidValueException;
import dev.writ.core.model.Json;
import dev.writ.core.model.JsonFields;
import dev.writ.core.model.Request;
import dev.writ.core.model.Source;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an enforcement point knows of a request and AuthZEN has no place for: the top-level member
 * {@code "writ"} of an evaluation. The command takes it as true, since whoever runs it stands where
 * the enforcement point does; an engine never reads it.
 *
 * <pre>{@code
 * "writ": {"onBehalfOf": [{"type": "User", "id": "ann"}], "session": "s1",
 *          "sources": {"to": "user", "cc": ["user", "tool"]}}
 * }</pre>
 *
 * @param chain for whom the subject acts, nearest first
 * @param session the id of the session, or null
 * @param sources where arguments came from: one for all of an argument, or one for each element
 */
record Assertions(List<EntityId> chain, @Nullable String session, Map<String, Told> sources) {

  /** Where an argument came from, as a whole or element by element. */
  record Told(boolean elementwise, List<Source> sources) {}

  private static final String PLACE = "writ";

  Assertions {
    chain = List.copyOf(chain);
    sources = Map.copyOf(sources);
  }

  /**
   * Reads them from an evaluation; nothing where the member is absent.
   *
   * @throws InvalidValueException if the member is not of that form
   */
  static Assertions of(Json evaluation) throws InvalidValueException {
    Json member = evaluation instanceof Json.Obj object ? object.members().get(PLACE) : null;
    if (member == null) {
      return new Assertions(List.of(), null, Map.of());
    }
    JsonFields fields = JsonFields.of(member, PLACE);
    List<EntityId> chain = new ArrayList<>();
    for (Json item : fields.items("onBehalfOf")) {
      chain.add(JsonFields.entityId(item, fields.place("onBehalfOf") + "[" + chain.size() + "]"));
    }
    Map<String, Told> sources = new LinkedHashMap<>();
    String place = fields.place("sources");
    for (Map.Entry<String, Json> source : fields.members("sources").entrySet()) {
      sources.put(source.getKey(), told(source.getValue(), place + "." + source.getKey()));
    }
    String session = fields.optionalText("session");
    fields.end();
    return new Assertions(chain, session, sources);
  }

  private static Told told(Json json, String place) throws InvalidValueException {
    if (!(json instanceof Json.Arr array)) {
      return new Told(false, List.of(source(json, place)));
    }
    List<Source> sources = new ArrayList<>();
    for (Json item : array.items()) {
      sources.add(source(item, place + "[" + sources.size() + "]"));
    }
    return new Told(true, sources);
  }

  private static Source source(Json json, String place) throws InvalidValueException {
    String word = JsonFields.text(json, place);
    for (Source source : Source.values()) {
      if (source.name().toLowerCase(Locale.ROOT).equals(word)) {
        return source;
      }
    }
    throw new InvalidValueException(
        place, "`" + Visible.of(word) + "` is no source: use constant, user, tool or unknown");
  }

  /** The request with all of this said of it. */
  Request of(Request request) {
    Request known = request.onBehalfOf(chain);
    for (Map.Entry<String, Told> entry : sources.entrySet()) {
      List<Source> told = entry.getValue().sources();
      known =
          entry.getValue().elementwise()
              ? known.elementSources(entry.getKey(), told)
              : known.source(entry.getKey(), told.get(0));
    }
    return session == null ? known : known.session(session);
  }
}
