package dev.writ.core.slice;

import dev.writ.core.ir.Expr;
import java.util.ArrayList;
import java.util.List;

/** Paths from the request to one value, and conditions as conjunctions. */
public final class Attributes {

  private Attributes() {}

  /**
   * Whether the expression is a path from a word of the request, {@code resource.team} or {@code
   * args.url.host}, so that all that name it mean the same value.
   */
  public static boolean isAttribute(Expr expr) {
    Expr from = expr;
    while (true) {
      if (from instanceof Expr.Member member) {
        from = member.of();
      } else if (from instanceof Expr.PartOf part) {
        from = part.of();
      } else {
        return from instanceof Expr.Var || from instanceof Expr.SourceOfArg;
      }
    }
  }

  /** The conditions whose conjunction this one is, in their order; itself where it is none. */
  public static List<Expr> conjuncts(Expr condition) {
    List<Expr> all = new ArrayList<>();
    collect(condition, all);
    return List.copyOf(all);
  }

  private static void collect(Expr condition, List<Expr> all) {
    if (condition instanceof Expr.And and) {
      and.operands().forEach(operand -> collect(operand, all));
    } else {
      all.add(condition);
    }
  }
}
