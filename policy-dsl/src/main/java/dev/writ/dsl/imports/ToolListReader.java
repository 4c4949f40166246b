package dev.writ.dsl.imports;

import dev.writ.core.model.Json;
import dev.writ.core.model.JsonException;
import dev.writ.core.model.JsonKind;
import dev.writ.core.model.JsonWriter;
import dev.writ.core.model.ToolDigest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Reads the pages of one server's list of tools: answers to {@code tools/list}, with or without the
 * JSON-RPC around them, bare arrays, and tools in the form of function calling APIs. Not
 * thread-safe.
 */
final class ToolListReader {
  private static final int LONGEST_DESCRIPTION = 100;

  /** By name, so that a list in another order gives the same text. */
  private final Map<String, McpTool> tools = new TreeMap<>();

  private final Map<String, Json> listed = new TreeMap<>();
  private final List<Note> notes = new ArrayList<>();
  private boolean more;

  /**
   * Reads one page.
   *
   * @throws McpListException if it is no list of tools, or one of them is not sound
   */
  void page(Json answer) throws McpListException {
    JsonPlace place = new JsonPlace("");
    Json list = answer;
    if (answer instanceof Json.Obj object) {
      Map<String, Json> members = object.members();
      if (members.containsKey("error")) {
        String told = JsonWriter.canonical(members.get("error"));
        throw new McpListException(
            "the server answered with an error: " + PlainText.shortened(told, 160));
      }
      boolean wrapped = members.get("result") instanceof Json.Obj;
      Map<String, Json> inner =
          members.get("result") instanceof Json.Obj result ? result.members() : members;
      more = inner.get("nextCursor") instanceof Json.Str cursor && !cursor.value().isEmpty();
      JsonPlace within = wrapped ? place.member("result") : place;
      list = inner.get("tools");
      place = within.member("tools");
      if (list == null && inner.containsKey("name")) {
        tool(answer, new JsonPlace("tool"));
        return;
      }
    }
    if (!(list instanceof Json.Arr array)) {
      throw new McpListException(
          "this is no list of tools: an object with an array `tools`, or with `result` and that in"
              + " it, or an array is needed");
    }
    for (int i = 0; i < array.items().size(); i++) {
      tool(array.items().get(i), place.item(i));
    }
  }

  /** The tools of all pages, by name. */
  List<McpTool> tools() {
    return List.copyOf(tools.values());
  }

  /** Notes on the list and on tools that are left out of it. */
  List<Note> notes() {
    List<Note> all = new ArrayList<>();
    if (more) {
      all.add(
          new Note(
              "", "nextCursor", "the list goes on: give all its pages, other tools are refused"));
    }
    notes.stream().sorted(Comparator.comparing(Note::tool)).forEach(all::add);
    return all;
  }

  private void tool(Json json, JsonPlace place) throws McpListException {
    Map<String, Json> whole = members(json, place);
    boolean function = whole.get("function") instanceof Json.Obj;
    Map<String, Json> tool =
        whole.get("function") instanceof Json.Obj inner ? inner.members() : whole;
    String name = name(tool, place);
    String shown = PlainText.shortened(name, 80);
    Json earlier = listed.putIfAbsent(name, json);
    if (earlier != null) {
      again(shown, earlier.equals(json), place);
      return;
    }
    if (!WritNames.canBeName(name)) {
      notes.add(new Note(shown, "", "its name cannot be written: left out, calls are refused"));
      return;
    }
    SchemaNode schema = schema(tool, function, shown, place);
    Arguments arguments = new SchemaReader(schema).arguments(schema);
    if (arguments.lost()) {
      notes.addAll(arguments.notes());
      notes.add(
          new Note(
              shown,
              "",
              "an argument that it needs cannot be written: left out, calls are refused"));
      return;
    }
    tools.put(
        name,
        new McpTool(
            name,
            ObjectReader.quoted(description(tool), LONGEST_DESCRIPTION),
            ToolEffect.of(annotations(tool)),
            digest(json, shown),
            arguments.fields(),
            arguments.notes()));
  }

  private void again(String shown, boolean same, JsonPlace place) throws McpListException {
    if (!same) {
      throw new McpListException(
          "`" + place + "`: the tool `" + shown + "` is listed before, and differs from it");
    }
    notes.add(new Note(shown, "", "it is listed twice, alike"));
  }

  private static String name(Map<String, Json> tool, JsonPlace place) throws McpListException {
    Json name = tool.get("name");
    if (name instanceof Json.Str text && !text.value().isEmpty()) {
      return text.value();
    }
    String found = name == null ? "none" : name instanceof Json.Str ? "\"\"" : JsonKind.of(name);
    throw new McpListException(
        "`" + place.member("name") + "`: the name of a tool is needed, found " + found);
  }

  private static SchemaNode schema(
      Map<String, Json> tool, boolean function, String shown, JsonPlace place)
      throws McpListException {
    String member = tool.containsKey("inputSchema") ? "inputSchema" : "parameters";
    Json schema = tool.get(member);
    if (schema == null && !function) {
      throw new McpListException("`" + place + "`: the tool `" + shown + "` has no `inputSchema`");
    }
    JsonPlace at = new JsonPlace(member);
    Json root = schema == null ? Json.object().build() : schema;
    if (root instanceof Json.Obj object
        && object.members().get("json") instanceof Json.Obj inner
        && object.members().size() == 1) {
      at = at.member("json");
      root = inner;
    }
    return SchemaNode.of(shown, at, List.of(), root);
  }

  /** As the enforcement point tells it with each call. */
  private static String digest(Json tool, String shown) throws McpListException {
    try {
      return ToolDigest.of(JsonWriter.canonical(tool));
    } catch (JsonException e) {
      throw new McpListException("the tool `" + shown + "` has no digest: " + e.reason());
    }
  }

  private static String description(Map<String, Json> tool) {
    if (tool.get("description") instanceof Json.Str text && !text.value().isBlank()) {
      return text.value();
    }
    return tool.get("title") instanceof Json.Str title ? title.value() : "";
  }

  private static Map<String, Json> annotations(Map<String, Json> tool) {
    return tool.get("annotations") instanceof Json.Obj object ? object.members() : Map.of();
  }

  private static Map<String, Json> members(Json json, JsonPlace place) throws McpListException {
    if (json instanceof Json.Obj object) {
      return object.members();
    }
    throw new McpListException("`" + place + "`: a tool is an object, found " + JsonKind.of(json));
  }
}
