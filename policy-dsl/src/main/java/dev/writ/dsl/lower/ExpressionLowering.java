package dev.writ.dsl.lower;

import dev.writ.core.ir.Expr;
import dev.writ.core.model.Value;
import dev.writ.dsl.ast.Expression;
import dev.writ.dsl.check.expression.ExpressionFacts;
import dev.writ.dsl.check.expression.Meaning;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Lowers checked expressions: lets are put in, names resolved, literals typed, and what cannot
 * matter in the slot at hand is left out.
 *
 * <p>An operand that the facts call unreachable is left out of its {@code and} or {@code or}: where
 * it would count, what stands to its left has already decided, or is an error and stays one.
 */
public final class ExpressionLowering {
  private final ExpressionFacts facts;
  private final LocalNames locals;

  /**
   * Lowers what these facts are about.
   *
   * @param facts what the check found; without errors
   * @param locals the variables of the rule in this slot
   */
  public ExpressionLowering(ExpressionFacts facts, LocalNames locals) {
    this.facts = facts;
    this.locals = locals;
  }

  /** Returns {@code when and not unless}, leaving out what is null. */
  public Expr condition(@Nullable Expression when, @Nullable Expression unless) {
    List<Expr> parts = new ArrayList<>();
    if (when != null) {
      parts.add(lower(when));
    }
    if (unless != null && !facts.isUnreachable(unless)) {
      parts.add(Folding.not(lower(unless)));
    }
    return Folding.and(parts);
  }

  /**
   * Returns what an expression says in this slot; for an unreachable {@code unless}, false.
   *
   * @throws IllegalStateException if the facts are not about this expression
   */
  public Expr lower(Expression node) {
    if (facts.isUnreachable(node)) {
      return Expr.no();
    }
    Value constant = facts.constant(node);
    if (constant != null) {
      return new Expr.Const(constant);
    }
    Meaning.LetUse let = facts.find(node, Meaning.LetUse.class);
    if (let != null) {
      return new ExpressionLowering(let.facts(), locals).lower(let.body());
    }
    return node.accept(new NodeLowering(this, facts, locals));
  }
}
