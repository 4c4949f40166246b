package dev.writ.dsl.check.expression;

import dev.writ.core.model.Json;
import dev.writ.core.model.Type;
import dev.writ.dsl.ast.DurationLiteral;
import dev.writ.dsl.ast.Expression;
import dev.writ.dsl.ast.IntLiteral;
import dev.writ.dsl.ast.Root;
import dev.writ.dsl.ast.RootReference;
import dev.writ.dsl.ast.StringLiteral;
import dev.writ.dsl.source.Spelling;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What to write instead where two types do not meet. */
final class Conversions {
  private final Checking at;

  Conversions(Checking at) {
    this.at = at;
  }

  /** Help for an expression that should be a condition and is not. */
  static @Nullable String toCondition(String text, Outcome found) {
    if (found.type() instanceof Type.SetType) {
      return "ask for its elements: `nonempty " + text + "`";
    }
    if (found.type() instanceof Type.EntityType) {
      return "ask something of it: `" + text + " == …`, `" + text + " in …` or `" + text + " is …`";
    }
    return "compare it: `" + text + " == …`";
  }

  @Nullable String help(Expression left, Type leftType, Expression right, Type rightType) {
    String help = oneWay(left, leftType, right, rightType);
    return help != null ? help : oneWay(right, rightType, left, leftType);
  }

  /** What to write for {@code node}, which stands against a value of another type. */
  private @Nullable String oneWay(Expression node, Type type, Expression other, Type wanted) {
    if (node instanceof StringLiteral string) {
      return forString(string.value(), wanted, other);
    }
    if (node instanceof IntLiteral) {
      return forNumber(at.text(node.span()), wanted);
    }
    if (node instanceof DurationLiteral && wanted == Type.Scalar.INSTANT) {
      return "an age is a `Duration`: `now - " + at.text(other.span()) + "`";
    }
    if (type instanceof Type.SetType set && TypeRules.same(set.element(), wanted)) {
      return "`" + at.text(node.span()) + " contains " + at.text(other.span()) + "`";
    }
    if (type instanceof Type.EntityType entity && wanted instanceof Type.EntityType against) {
      return forEntity(node, entity, against);
    }
    return null;
  }

  private @Nullable String forString(String text, Type wanted, Expression other) {
    if (wanted instanceof Type.EnumType enumType) {
      return forEnum(text, enumType);
    }
    if (wanted instanceof Type.EntityType entity) {
      return "write `" + entity.types().first() + "::" + Json.quote(text) + "`";
    }
    if (wanted instanceof Type.SetType) {
      return "`" + at.text(other.span()) + " contains " + Json.quote(text) + "`";
    }
    if (wanted == Type.Scalar.INT && text.matches("-?[0-9]{1,18}")) {
      return "write `" + text + "` without quotes";
    }
    if (wanted == Type.Scalar.DECIMAL && text.matches("-?[0-9]{1,15}(\\.[0-9]{1,4})?")) {
      return "write `" + (text.contains(".") ? text : text + ".0") + "` without quotes";
    }
    if (wanted == Type.Scalar.BOOL && (text.equals("true") || text.equals("false"))) {
      return "write `" + text + "` without quotes";
    }
    return wanted == Type.Scalar.DURATION
        ? "write a number and a unit without quotes, such as `30m`"
        : null;
  }

  private static String forEnum(String text, Type.EnumType wanted) {
    int spelled = wanted.ordinalOfSpelling(text);
    if (spelled >= 0) {
      return "write `" + wanted.enumerators().get(spelled).name() + "` without quotes";
    }
    List<String> words = new ArrayList<>();
    wanted.enumerators().forEach(enumerator -> words.add(enumerator.name()));
    return Spelling.closest(text, words)
        .map(found -> "did you mean `" + found + "`, without quotes?")
        .orElse("its values are `" + String.join("`, `", words) + "`");
  }

  private static @Nullable String forNumber(String text, Type wanted) {
    if (wanted == Type.Scalar.DECIMAL) {
      return "write `" + text + ".0`";
    }
    if (wanted == Type.Scalar.STRING) {
      return "write `\"" + text + "\"`";
    }
    if (wanted == Type.Scalar.DURATION) {
      return "a duration has a unit: `" + text + "s`, `" + text + "m`, `" + text + "h`";
    }
    return null;
  }

  private @Nullable String forEntity(
      Expression node, Type.EntityType entity, Type.EntityType against) {
    return TypeRules.same(entity, against)
        ? null
        : narrowing(node, type -> against.types().contains(type));
  }

  /**
   * Help for a root that is of another type in another slot of the head: to ask for its type first.
   * Null where that would not help.
   *
   * @param fits whether the expression would do for a type
   */
  @Nullable String narrowing(Expression node, Predicate<String> fits) {
    return headTypes(node).stream()
        .filter(fits)
        .findFirst()
        .map(
            type ->
                "the rule is checked for `"
                    + at.context().slot()
                    + "` too: write `"
                    + at.text(node.span())
                    + " is "
                    + type
                    + " and` before it")
        .orElse(null);
  }

  private Set<String> headTypes(Expression node) {
    if (node instanceof RootReference root && root.root() == Root.PRINCIPAL) {
      return at.context().headPrincipals();
    }
    if (node instanceof RootReference root && root.root() == Root.RESOURCE) {
      return at.context().headResources();
    }
    return Set.of();
  }
}
