package dev.writ.dsl.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Writes the schema down. */
final class SchemaText {
  private static final int WIDTH = 100;

  private final List<McpTool> tools;
  private final SchemaNames names;
  private final McpOptions options;
  private final List<Note> notes;
  private final StringBuilder out = new StringBuilder();

  SchemaText(List<McpTool> tools, SchemaNames names, McpOptions options, List<Note> notes) {
    this.tools = tools;
    this.names = names;
    this.options = options;
    this.notes = notes;
  }

  String write() {
    head();
    entities();
    types();
    tools.forEach(this::action);
    for (ToolEffect effect : ToolEffect.values()) {
      group(effect);
    }
    tools.forEach(this::binding);
    return out.toString();
  }

  private void head() {
    comment("The tools of MCP server " + server() + ", written by `writ schema from-mcp`.");
    comment("What stands in quotes are the server's own words, and what tools do is its own hint:");
    comment("nobody vouches for either.");
    notes.stream().filter(note -> note.tool().isEmpty()).forEach(note -> comment(text(note)));
    Set<String> told =
        tools.stream()
            .map(tool -> PlainText.shortened(tool.name(), 80))
            .collect(Collectors.toSet());
    notes.stream()
        .filter(note -> !note.tool().isEmpty() && !told.contains(note.tool()))
        .forEach(note -> comment("note: " + note));
    line("module " + options.module() + ";");
    line("");
  }

  private static String text(Note note) {
    return "note: " + note.text();
  }

  private void entities() {
    List<PrincipalType> used =
        options.principals().stream().filter(type -> !type.isDeclared()).toList();
    used.forEach(type -> line("use " + type.module() + "." + type.name() + ";"));
    if (!used.isEmpty()) {
      line("");
    }
    options.principals().stream()
        .filter(PrincipalType::isDeclared)
        .forEach(type -> line(type.declaration()));
    line("entity " + McpSchema.RESOURCE + " one of " + server() + ";");
  }

  private String server() {
    return WritNames.literal(options.server());
  }

  private void types() {
    names
        .types()
        .declared()
        .forEach(
            (name, type) -> {
              if (type.shape() instanceof EnumShape list) {
                line("");
                line(listed("enum " + WritNames.name(name), Spellings.of(list)));
              }
            });
    names
        .types()
        .declared()
        .forEach(
            (name, type) -> {
              if (type.shape() instanceof RecordShape record) {
                line("");
                out.append("type ").append(WritNames.name(name)).append(" =");
                fields(record.fields(), ";", names.types().of(type.tool()));
                out.append(";\n");
              }
            });
  }

  private void action(McpTool tool) {
    line("");
    if (!tool.description().isEmpty()) {
      comment(tool.description());
    }
    tool.notes().forEach(note -> comment(text(note)));
    out.append("action ").append(names.action(tool)).append(" by ");
    out.append(
        options.principals().stream().map(PrincipalType::name).collect(Collectors.joining(", ")));
    out.append(" on ").append(McpSchema.RESOURCE);
    if (!tool.arguments().isEmpty()) {
      out.append(" with");
      fields(tool.arguments(), ",", names.types().of(tool.name()));
    }
    out.append(";\n");
  }

  private void fields(List<FieldShape> fields, String separator, TypeNames types) {
    if (fields.isEmpty()) {
      out.append(" {}");
      return;
    }
    out.append(" {\n");
    for (int i = 0; i < fields.size(); i++) {
      FieldShape field = fields.get(i);
      if (!field.description().isEmpty()) {
        line("  // " + field.description());
      }
      field.notes().forEach(note -> line("  // " + text(note)));
      out.append("  ").append(WritNames.name(field.name())).append(field.optional() ? "?: " : ": ");
      out.append(field.shape().text(types));
      line(i + 1 < fields.size() || separator.equals(";") ? separator : "");
    }
    out.append('}');
  }

  private void group(ToolEffect effect) {
    List<McpTool> members = tools.stream().filter(tool -> tool.effect() == effect).toList();
    if (members.isEmpty()) {
      return;
    }
    line("");
    comment(effect.meaning());
    line(
        listed(
            "action group " + names.group(effect), members.stream().map(names::action).toList()));
  }

  private void binding(McpTool tool) {
    List<String> items = new ArrayList<>();
    for (FieldShape field : tool.arguments()) {
      items.add(WritNames.name(field.name()) + (field.optional() ? "?" : ""));
    }
    line("");
    line(
        "tool "
            + WritNames.literal(tool.name())
            + " of "
            + server()
            + " asks "
            + names.action(tool)
            + " on "
            + McpSchema.RESOURCE
            + "::"
            + server());
    if (!items.isEmpty()) {
      line("  " + listed("with", items).replace("\n", "\n  "));
    }
    line("  pinned " + WritNames.literal(tool.digest()) + ";");
  }

  /** Items in braces, on one line where they fit. */
  private static String listed(String head, List<String> items) {
    String line = head + " { " + String.join(", ", items) + " }";
    return line.length() <= WIDTH - 2
        ? line
        : head + " {\n  " + String.join(",\n  ", items) + "\n}";
  }

  private void comment(String text) {
    line("// " + text);
  }

  private void line(String text) {
    out.append(text).append('\n');
  }
}
