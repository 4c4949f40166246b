package dev.writ.dsl.imports;

import dev.writ.core.model.Json;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds what {@code $ref} points to: JSON Pointers (RFC 6901) inside the schema, nothing else. */
final class References {
  private final SchemaNode root;
  private final Json whole;

  References(SchemaNode root) {
    this.root = root;
    this.whole = new Json.Obj(root.members());
  }

  /** The schema that a reference points to, or null where it points to none. */
  @Nullable SchemaNode find(SchemaNode node) throws McpListException {
    String pointer = decoded(node.text("$ref"));
    if (pointer == null || (!pointer.equals("#") && !pointer.startsWith("#/"))) {
      return null;
    }
    Json at = whole;
    JsonPlace place = root.place();
    String last = "";
    for (String part : pointer.equals("#") ? List.<String>of() : parts(pointer)) {
      last = part.replace("~1", "/").replace("~0", "~");
      at = step(at, last);
      place = place.member(last);
    }
    boolean isSchema = at instanceof Json.Obj || at instanceof Json.Bool;
    return at != null && isSchema ? root.inner(place, List.of(last), at) : null;
  }

  private static List<String> parts(String pointer) {
    return List.of(pointer.substring(2).split("/", -1));
  }

  private static @Nullable Json step(@Nullable Json at, String part) {
    if (at instanceof Json.Obj object) {
      return object.members().get(part);
    }
    if (at instanceof Json.Arr array && part.matches("0|[1-9][0-9]{0,5}")) {
      int index = Integer.parseInt(part);
      return index < array.items().size() ? array.items().get(index) : null;
    }
    return null;
  }

  private static @Nullable String decoded(String pointer) {
    try {
      return URLDecoder.decode(pointer.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException malformed) {
      return null;
    }
  }

  /** The schema itself, or what it refers to, through several references. */
  SchemaNode follow(SchemaNode node) throws McpListException {
    Set<String> seen = new HashSet<>();
    SchemaNode at = node;
    while (at.has("$ref")) {
      SchemaNode target = seen.add(at.text("$ref")) ? find(at) : null;
      if (target == null) {
        throw new McpListException(
            new JsonPlace("tool `" + node.tool() + "`: `" + node.place() + "`"),
            "`$ref` of the arguments leads nowhere in the tool");
      }
      at = target;
    }
    return at;
  }
}
