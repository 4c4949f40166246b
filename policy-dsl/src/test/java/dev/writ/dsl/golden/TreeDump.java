package dev.writ.dsl.golden;

import java.lang.reflect.RecordComponent;
import java.util.List;

/** Writes a tree as indented text: a line for each node, spans and sources left out. */
public final class TreeDump {
  private final StringBuilder out = new StringBuilder();

  private TreeDump() {}

  public static String of(Object tree) {
    TreeDump dump = new TreeDump();
    dump.value("", tree, 0);
    return dump.out.toString();
  }

  private void value(String label, Object value, int depth) {
    if (value instanceof List<?> list) {
      for (int i = 0; i < list.size(); i++) {
        value(label + "[" + i + "] ", list.get(i), depth);
      }
    } else if (value instanceof Record record) {
      node(label, record, depth);
    } else if (value != null && (!value.equals(false) || label.startsWith("value"))) {
      line(label + shown(value), depth);
    }
  }

  private void node(String label, Record record, int depth) {
    String name = record.getClass().getSimpleName();
    switch (name) {
      case "Span" -> {
        // a place is no part of the tree
      }
      case "QualifiedName", "DottedPath" -> line(label + text(record, "text"), depth);
      case "Identifier" -> line(label + text(record, "text"), depth);
      case "QuotedText" -> line(label + shown(text(record, "value")), depth);
      case "Count" -> line(label + text(record, "value"), depth);
      default -> {
        line(label + name, depth);
        for (RecordComponent component : record.getClass().getRecordComponents()) {
          if (!component.getName().equals("source")) {
            value(component.getName() + " ", get(record, component.getName()), depth + 1);
          }
        }
      }
    }
  }

  private static String text(Record record, String method) {
    return String.valueOf(get(record, method));
  }

  private static Object get(Record record, String method) {
    try {
      return record.getClass().getMethod(method).invoke(record);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String shown(Object value) {
    return value instanceof String text
        ? "\"" + text.replace("\n", "\\n") + "\""
        : value.toString();
  }

  private void line(String text, int depth) {
    out.append("  ".repeat(depth)).append(text).append('\n');
  }
}
