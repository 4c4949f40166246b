package dev.writ.dsl.imports;

import java.util.ArrayList;
import java.util.List;

/**
 * What was read from one schema.
 *
 * @param shape the type
 * @param nullable whether {@code null} is allowed too
 * @param notes what the type does not say
 */
record Reading(Shape shape, boolean nullable, List<Note> notes) {
  Reading {
    notes = List.copyOf(notes);
  }

  static Reading of(Shape shape) {
    return new Reading(shape, false, List.of());
  }

  Reading orNull() {
    return new Reading(shape, true, notes);
  }

  Reading with(Note note) {
    List<Note> more = new ArrayList<>(notes);
    more.add(note);
    return new Reading(shape, nullable, more);
  }
}
