package dev.writ.core.ir;

import dev.writ.core.model.Json;
import java.util.Collection;
import java.util.List;

/** Writes indented lines. */
final class Lines {

  private final StringBuilder out = new StringBuilder();
  private int depth;

  void line(String text) {
    out.append("  ".repeat(depth)).append(text).append('\n');
  }

  /** A line with what follows it, one step further in. */
  void block(String head, Runnable body) {
    line(head);
    depth++;
    body.run();
    depth--;
  }

  /**
   * A word and a condition, each part of a conjunction on a line of its own; nothing where it is
   * the constant that goes without saying.
   */
  void condition(String word, Expr expr, Expr silent) {
    if (expr.equals(silent)) {
      return;
    }
    List<String> parts = ExprText.conjuncts(expr);
    line(word + " " + parts.get(0));
    parts.subList(1, parts.size()).forEach(part -> line("  and " + part));
  }

  void annotations(List<Annotation> annotations) {
    for (Annotation each : annotations) {
      line("@" + each.name() + "(" + quoted(each.arguments()) + ")");
    }
  }

  static String quoted(Collection<String> strings) {
    return String.join(", ", strings.stream().map(Json::quote).toList());
  }

  @Override
  public String toString() {
    return out.toString();
  }
}
