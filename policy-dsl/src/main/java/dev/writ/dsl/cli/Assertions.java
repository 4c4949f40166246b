package dev.writ.dsl.cli;

import dev.writ.core.model.EntityId;
import dev.writ.core.model.InvalidValueException;
import dev.writ.core.model.Json;
import dev.writ.core.model.JsonFields;
import dev.writ.core.model.Request;
import dev.writ.core.model.Source;
import java.util.ArrayList;
import java.util.List;
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
record Assertions(
    List<EntityId> chain, @Nullable String session, Map<String, ToldSources> sources) {

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
    List<EntityId> chain = chain(fields, "onBehalfOf");
    Map<String, ToldSources> sources = ToldSources.of(fields, "sources");
    String session = fields.optionalText("session");
    fields.end();
    return new Assertions(chain, session, sources);
  }

  /**
   * Reads a member that holds a chain, nearest first; nobody where it is absent.
   *
   * @throws InvalidValueException if it is not of that form
   */
  static List<EntityId> chain(JsonFields fields, String name) throws InvalidValueException {
    List<EntityId> chain = new ArrayList<>();
    for (Json item : fields.items(name)) {
      chain.add(JsonFields.entityId(item, fields.place(name) + "[" + chain.size() + "]"));
    }
    return chain;
  }

  /** The request with all of this said of it. */
  Request of(Request request) {
    Request known = request.onBehalfOf(chain);
    for (Map.Entry<String, ToldSources> entry : sources.entrySet()) {
      List<Source> told = entry.getValue().sources();
      known =
          entry.getValue().elementwise()
              ? known.elementSources(entry.getKey(), told)
              : known.source(entry.getKey(), told.get(0));
    }
    return session == null ? known : known.session(session);
  }
}
