package dev.writ.dsl.imports;

import java.util.List;

/**
 * A field of a record, or an argument of an action.
 *
 * @param name as the tool calls it
 * @param shape its type
 * @param optional whether it may be absent
 * @param description the server's words, fit for a comment; empty for none
 * @param notes what its type does not say of it
 */
record FieldShape(
    String name, Shape shape, boolean optional, String description, List<Note> notes) {
  FieldShape {
    notes = List.copyOf(notes);
  }
}
