package dev.writ.dsl.lint;

import dev.writ.dsl.ast.Expression;
import dev.writ.dsl.ast.Member;
import dev.writ.dsl.ast.NameReference;
import dev.writ.dsl.ast.Quantifier;
import dev.writ.dsl.source.Fix;
import dev.writ.dsl.source.SourceText;
import dev.writ.dsl.source.Span;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Writes {@code nonempty s and every x in s: …} where {@code every x in s: …} permits by being
 * true. It is true only where the other was, so nothing more is permitted.
 */
final class NonemptyFirst {
  private NonemptyFirst() {}

  /**
   * Returns the fix, or null where it cannot be told that it narrows: there are several such
   * expressions, several sets, or the place is not one where being true only widens.
   *
   * @param condition where being true widens
   */
  static @Nullable Fix of(
      SourceText source, @Nullable Expression condition, Predicate<Expression> every) {
    List<Expression> way = Monotone.wayTo(condition, every);
    if (way.isEmpty()
        || !(way.get(way.size() - 1) instanceof Quantifier quantifier)
        || quantifier.sets().size() != 1
        || !isPath(quantifier.sets().get(0))) {
      return null;
    }
    String known = "nonempty " + source.slice(quantifier.sets().get(0).span()) + " and ";
    boolean bare = canStandBare(source.text(), quantifier.span());
    String text = known + source.slice(quantifier.span());
    return Fix.of(
        "write `" + known + "…`",
        Fix.Effect.NARROWS,
        quantifier.span(),
        bare ? text : "(" + text + ")");
  }

  private static boolean isPath(Expression set) {
    return set instanceof Member || set instanceof NameReference;
  }

  /** Whether an {@code and} may stand here without parentheses. */
  private static boolean canStandBare(String text, Span span) {
    String before = text.substring(0, span.start()).stripTrailing();
    String after = text.substring(span.end()).stripLeading();
    return (before.endsWith("(") && after.startsWith(")"))
        || endsWithWord(before, "when")
        || endsWithWord(before, "unless")
        || endsWithWord(before, "and");
  }

  private static boolean endsWithWord(String text, String word) {
    int start = text.length() - word.length();
    return text.endsWith(word)
        && (start == 0 || !Character.isJavaIdentifierPart(text.charAt(start - 1)));
  }
}
