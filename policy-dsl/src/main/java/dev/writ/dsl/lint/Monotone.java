package dev.writ.dsl.lint;

import dev.writ.dsl.ast.And;
import dev.writ.dsl.ast.Expression;
import dev.writ.dsl.ast.Or;
import dev.writ.dsl.ast.Quantifier;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Finds written expressions whose truth can only help that of the whole: below {@code and}, {@code
 * or} and the bodies of quantifiers alone. There, a stricter expression makes a stricter condition,
 * and a laxer one a laxer.
 */
final class Monotone {
  private Monotone() {}

  /**
   * Returns the way from a condition down to the one expression that passes a test, both ends
   * included; empty where none or several pass, or one that stands elsewhere.
   */
  static List<Expression> wayTo(@Nullable Expression condition, Predicate<Expression> test) {
    if (condition == null || count(condition, test) != 1) {
      return List.of();
    }
    List<Expression> way = new ArrayList<>();
    return descend(condition, test, way) ? way : List.of();
  }

  private static long count(Expression expression, Predicate<Expression> test) {
    long below = 0;
    for (Expression operand : expression.accept(Operands.INSTANCE)) {
      below += count(operand, test);
    }
    return below + (test.test(expression) ? 1 : 0);
  }

  private static boolean descend(
      Expression expression, Predicate<Expression> test, List<Expression> way) {
    way.add(expression);
    if (test.test(expression)) {
      return true;
    }
    for (Expression operand : operands(expression)) {
      if (descend(operand, test, way)) {
        return true;
      }
    }
    way.remove(way.size() - 1);
    return false;
  }

  private static List<Expression> operands(Expression expression) {
    if (expression instanceof And and) {
      return and.operands();
    }
    if (expression instanceof Or or) {
      return or.operands();
    }
    return expression instanceof Quantifier quantifier ? List.of(quantifier.body()) : List.of();
  }
}
