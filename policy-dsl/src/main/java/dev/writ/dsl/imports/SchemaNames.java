package dev.writ.dsl.imports;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The names of all that the schema declares; none stands twice. */
final class SchemaNames {
  private final Map<String, String> actions = new TreeMap<>();
  private final Map<ToolEffect, String> groups = new EnumMap<>(ToolEffect.class);
  private final TypeNaming types;
  private final List<Note> notes = new ArrayList<>();

  SchemaNames(List<McpTool> tools, McpOptions options) {
    Set<String> taken = new HashSet<>();
    taken.add(McpSchema.RESOURCE);
    options.principals().forEach(type -> taken.add(type.name()));
    List<McpTool> later = new ArrayList<>();
    for (McpTool tool : tools) {
      if (taken.add(tool.name())) {
        actions.put(tool.name(), tool.name());
      } else {
        later.add(tool);
      }
    }
    for (McpTool tool : later) {
      String action = Spellings.free(tool.name() + "_tool", taken);
      actions.put(tool.name(), action);
      notes.add(new Note(tool.name(), "", "its action is called `" + action + "`"));
    }
    for (ToolEffect effect : ToolEffect.values()) {
      groups.put(effect, Spellings.free(effect.group(), taken));
    }
    types = new TypeNaming(tools, taken);
  }

  /** The action of a tool. */
  String action(McpTool tool) {
    return WritNames.name(actions.getOrDefault(tool.name(), tool.name()));
  }

  /** The group of the tools with an effect. */
  String group(ToolEffect effect) {
    return WritNames.name(groups.getOrDefault(effect, effect.group()));
  }

  TypeNaming types() {
    return types;
  }

  /** Tools whose action has another name. */
  List<Note> notes() {
    return List.copyOf(notes);
  }
}
