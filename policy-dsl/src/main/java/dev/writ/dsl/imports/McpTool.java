package dev.writ.dsl.imports;

import java.util.List;

/**
 * One tool of a list, read.
 *
 * @param name as its server calls it
 * @param description the server's words in quotes, fit for a comment; empty for none
 * @param effect as its server hints
 * @param digest over the whole tool as it is listed
 * @param arguments of its calls, as fields of the action
 * @param notes on the tool as a whole
 */
record McpTool(
    String name,
    String description,
    ToolEffect effect,
    String digest,
    List<FieldShape> arguments,
    List<Note> notes) {
  McpTool {
    arguments = List.copyOf(arguments);
    notes = List.copyOf(notes);
  }
}
