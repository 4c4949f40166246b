package dev.writ.dsl.imports;

import java.util.List;

/**
 * The arguments of a tool.
 *
 * @param fields those that can be written
 * @param lost whether one that a call must give cannot be, so that the tool cannot be called
 * @param notes what is not said of all of them together
 */
record Arguments(List<FieldShape> fields, boolean lost, List<Note> notes) {
  Arguments {
    fields = List.copyOf(fields);
    notes = List.copyOf(notes);
  }
}
