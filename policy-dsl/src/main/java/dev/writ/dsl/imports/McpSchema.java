package dev.writ.dsl.imports;

import dev.writ.core.model.Json;
import dev.writ.dsl.format.Formatter;
import dev.writ.dsl.parse.ParseLimits;
import dev.writ.dsl.source.SourceText;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The schema of an MCP server's tools, as text of the language: an action and a binding for each
 * tool, types for what their arguments are made of, groups by what the server hints that they do.
 *
 * <p>The same list gives the same text, whatever the order of its tools. What the language cannot
 * say is told in {@link #notes()}, and in a comment at its place. Whoever shows the text compiles
 * it before. Immutable.
 */
public final class McpSchema {
  /** The type of what is acted on; the server is its one entity. */
  static final String RESOURCE = "McpServer";

  private final String text;
  private final List<Note> notes;
  private final int tools;

  private McpSchema(String text, List<Note> notes, int tools) {
    this.text = text;
    this.notes = List.copyOf(notes);
    this.tools = tools;
  }

  /**
   * Turns the pages of one server's answer to {@code tools/list} into a schema.
   *
   * @param pages in their order, at least one
   * @param options what the list does not say
   * @throws McpListException if a page is no list of tools, a tool is not sound, or none is left
   */
  public static McpSchema of(List<Json> pages, McpOptions options) throws McpListException {
    ToolListReader reader = new ToolListReader();
    for (Json page : pages) {
      reader.page(page);
    }
    List<McpTool> tools = reader.tools();
    if (tools.isEmpty()) {
      throw new McpListException("the list has no tools that a schema could be made of");
    }
    SchemaNames names = new SchemaNames(tools, options);
    List<Note> notes = new ArrayList<>(reader.notes());
    notes.addAll(names.notes());
    notes.addAll(Legend.of(tools));
    Set<Note> found = new LinkedHashSet<>();
    tools.forEach(tool -> collect(tool, found));
    notes.addAll(found);
    String text = new SchemaText(tools, names, options, notes).write();
    return new McpSchema(formatted(text, options), notes, tools.size());
  }

  /** The text in its canonical layout; as it is where it is larger than a policy file may be. */
  private static String formatted(String text, McpOptions options) {
    ParseLimits limits = ParseLimits.defaults();
    return text.length() > limits.fileSize()
        ? text
        : Formatter.format(new SourceText(options.module() + ".writ", text), limits).text();
  }

  private static void collect(McpTool tool, Set<Note> found) {
    found.addAll(tool.notes());
    Set<Shape> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    tool.arguments().forEach(field -> collect(field, seen, found));
  }

  private static void collect(FieldShape field, Set<Shape> seen, Set<Note> found) {
    found.addAll(field.notes());
    collect(field.shape(), seen, found);
  }

  private static void collect(Shape shape, Set<Shape> seen, Set<Note> found) {
    if (!seen.add(shape)) {
      return;
    }
    if (shape instanceof RecordShape record) {
      record.fields().forEach(field -> collect(field, seen, found));
    } else {
      shape.parts().forEach(part -> collect(part, seen, found));
    }
  }

  /** The text, which ends with a new line. */
  public String text() {
    return text;
  }

  /** What the schema does not say: of the list, then of each tool by name. */
  public List<Note> notes() {
    return notes;
  }

  /** How many tools it has. */
  public int tools() {
    return tools;
  }
}
