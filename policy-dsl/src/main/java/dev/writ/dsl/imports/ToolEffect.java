package dev.writ.dsl.imports;

import dev.writ.core.model.Json;
import java.util.Map;

/** What a tool does to the world, as its server hints (MCP, {@code ToolAnnotations}). */
enum ToolEffect {
  READ("read_tools", "the server says they only read"),
  WRITE("write_tools", "the server says they only add"),
  DESTRUCTIVE("destructive_tools", "the server does not say that they destroy nothing");

  private final String group;
  private final String meaning;

  ToolEffect(String group, String meaning) {
    this.group = group;
    this.meaning = meaning;
  }

  /** The name of the action group. */
  String group() {
    return group;
  }

  /** What is known of the tools in it. */
  String meaning() {
    return meaning;
  }

  /** The effect by the annotations; what is not said is taken as MCP takes it, as the worst. */
  static ToolEffect of(Map<String, Json> annotations) {
    if (is(annotations, "readOnlyHint", true)) {
      return READ;
    }
    return is(annotations, "destructiveHint", false) ? WRITE : DESTRUCTIVE;
  }

  private static boolean is(Map<String, Json> annotations, String hint, boolean value) {
    return annotations.get(hint) instanceof Json.Bool bool && bool.value() == value;
  }
}
