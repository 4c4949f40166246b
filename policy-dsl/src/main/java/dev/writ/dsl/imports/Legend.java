package dev.writ.dsl.imports;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/** Notes that hold wherever a type stands, told once: where the language takes fewer values. */
final class Legend {
  private Legend() {}

  /** The notes on the types that the tools use. */
  static List<Note> of(List<McpTool> tools) {
    Set<Shape> used = Collections.newSetFromMap(new IdentityHashMap<>());
    tools.forEach(tool -> tool.arguments().forEach(field -> collect(field.shape(), used)));
    List<Note> notes = new ArrayList<>();
    if (used.contains(ScalarShape.DECIMAL)) {
      add(notes, "number is Decimal: more than four places are refused");
    }
    if (used.stream().anyMatch(shape -> shape instanceof SetShape)) {
      add(notes, "an array is a set: order does not count, an element given twice is refused");
    }
    if (used.contains(ScalarShape.INSTANT)) {
      add(notes, "date-time is Instant: what is not in UTC (`Z`), to milliseconds, is refused");
    }
    if (used.contains(ScalarShape.URL)) {
      add(notes, "uri is Url: what is not canonical, or has no host, is refused");
    }
    if (used.contains(ScalarShape.OPAQUE)) {
      add(notes, "Opaque is a value that policies cannot read, only ask whether it is given");
    }
    return notes;
  }

  private static void add(List<Note> notes, String text) {
    notes.add(new Note("", "", text));
  }

  private static void collect(Shape shape, Set<Shape> used) {
    if (used.add(shape)) {
      shape.parts().forEach(part -> collect(part, used));
    }
  }
}
