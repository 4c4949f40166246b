package dev.writ.dsl.parse;

import dev.writ.dsl.ast.Expression;
import dev.writ.dsl.ast.ObligationCall;
import dev.writ.dsl.grammar.WritParser.ObligationContext;
import java.util.List;

/** Builds obligations with their arguments. */
final class ObligationBuilder {
  private final Reporter reporter;
  private final NameBuilder names;
  private final ExpressionBuilder expressions;

  ObligationBuilder(Reporter reporter, NameBuilder names, ExpressionBuilder expressions) {
    this.reporter = reporter;
    this.names = names;
    this.expressions = expressions;
  }

  List<ObligationCall> obligations(List<ObligationContext> contexts) {
    return contexts.stream().map(this::obligation).toList();
  }

  ObligationCall obligation(ObligationContext context) {
    List<Expression> arguments =
        context.expression().stream().map(expressions::expression).toList();
    return new ObligationCall(
        names.qualified(context.qualifiedName()), arguments, reporter.span(context));
  }
}
