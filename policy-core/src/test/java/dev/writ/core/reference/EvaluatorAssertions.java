package dev.writ.core.reference;

import static dev.writ.core.reference.Exprs.in;
import static org.assertj.core.api.Assertions.assertThat;

import dev.writ.core.ir.Expr;

/** Says what an expression is worth in the world of the tests. */
abstract class EvaluatorAssertions {
  final Evaluation in = new Evaluation();

  final void value(String expected, Expr expr) {
    assertThat(in.value(expr)).isEqualTo(expected);
  }

  final void truth(String expected, Expr condition) {
    assertThat(in.truth(condition)).isEqualTo(expected);
  }
}
