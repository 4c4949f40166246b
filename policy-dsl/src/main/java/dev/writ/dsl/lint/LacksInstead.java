package dev.writ.dsl.lint;

import dev.writ.dsl.ast.And;
import dev.writ.dsl.ast.Expression;
import dev.writ.dsl.ast.Has;
import dev.writ.dsl.source.Fix;
import dev.writ.dsl.source.SourceText;
import dev.writ.dsl.source.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes {@code x lacks f or P} in the {@code when} of a forbid for {@code x has f and P}. It
 * forbids what was forbidden, and what leaves the field out; where the field is there both are
 * {@code P}.
 */
final class LacksInstead {
  private static final String AND = "and";

  private LacksInstead() {}

  /** Returns the fix for a field, or null where the forbid is not of that shape. */
  static @Nullable Fix of(Clause forbid, String field) {
    List<Expression> way =
        Monotone.wayTo(
            forbid.condition().when(),
            each -> each instanceof Has has && has.field().text().equals(field));
    if (way.size() < 2
        || !(way.get(way.size() - 1) instanceof Has has)
        || !(way.get(way.size() - 2) instanceof And and)) {
      return null;
    }
    return fix(forbid.text().source(), has, and);
  }

  private static @Nullable Fix fix(SourceText source, Has has, And and) {
    int before = position(and, has);
    int after = and.operands().size() - before - 1;
    String rest = source.slice(new Span(has.span().end(), and.span().end())).strip();
    if (after == 0 || !startsWithAnd(rest)) {
      return null;
    }
    String lacks = source.slice(has.operand().span()) + " lacks " + has.field().text();
    String others = rest.substring(AND.length()).strip();
    String either = lacks + " or " + (after == 1 ? others : "(" + others + ")");
    return Fix.of(
        "write `" + lacks + " or …`",
        Fix.Effect.NARROWS,
        new Span(has.span().start(), and.span().end()),
        before == 0 ? either : "(" + either + ")");
  }

  /** Whether {@code and} follows, and no comment stands on either side of it. */
  private static boolean startsWithAnd(String rest) {
    return rest.startsWith(AND)
        && rest.length() > AND.length()
        && !Character.isJavaIdentifierPart(rest.charAt(AND.length()))
        && !rest.substring(AND.length()).strip().startsWith("//");
  }

  private static int position(And and, Has has) {
    for (int i = 0; i < and.operands().size(); i++) {
      if (and.operands().get(i) == has) {
        return i;
      }
    }
    throw new IllegalStateException("an operand is not among the operands");
  }
}
