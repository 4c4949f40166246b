package dev.writ.dsl.cli;

import dev.writ.core.model.InvalidValueException;
import dev.writ.core.model.Json;
import dev.writ.core.model.JsonFields;
import dev.writ.core.model.Shown;
import dev.writ.core.model.Source;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Where an argument came from, as a whole or element by element: {@code "user"} or {@code ["user",
 * "tool"]}.
 *
 * @param elementwise whether it is told for each element
 * @param sources the sources, one unless told for each element
 */
record ToldSources(boolean elementwise, List<Source> sources) {
  ToldSources {
    sources = List.copyOf(sources);
  }

  /**
   * Reads a member that holds the sources of arguments; nothing where it is absent.
   *
   * @throws InvalidValueException if it is not of that form
   */
  static Map<String, ToldSources> of(JsonFields fields, String name) throws InvalidValueException {
    Map<String, ToldSources> sources = new LinkedHashMap<>();
    for (Map.Entry<String, Json> source : fields.members(name).entrySet()) {
      String place = Shown.member(fields.place(name), source.getKey());
      sources.put(source.getKey(), of(source.getValue(), place));
    }
    return sources;
  }

  private static ToldSources of(Json json, String place) throws InvalidValueException {
    if (!(json instanceof Json.Arr array)) {
      return new ToldSources(false, List.of(source(json, place)));
    }
    List<Source> sources = new ArrayList<>();
    for (Json item : array.items()) {
      sources.add(source(item, place + "[" + sources.size() + "]"));
    }
    return new ToldSources(true, sources);
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
}
