package dev.writ.dsl.parse;

import dev.writ.dsl.source.DiagnosticCode;
import org.antlr.v4.runtime.ParserRuleContext;
import org.jspecify.annotations.Nullable;

/** The builders of parts that every declaration is made of, one set for each parse. */
final class Builders {
  final Reporter reporter;
  final NameBuilder names;
  final LiteralBuilder literals;
  final TimeBuilder times;
  final TypeBuilder types;
  final HeadBuilder heads;
  final ExpressionBuilder expressions;
  final ObligationBuilder obligations;

  Builders(Reporter reporter) {
    this.reporter = reporter;
    this.names = new NameBuilder(reporter);
    this.literals = new LiteralBuilder(reporter);
    this.times = new TimeBuilder(reporter);
    this.types = new TypeBuilder(reporter);
    this.heads = new HeadBuilder(reporter);
    this.expressions = new ExpressionBuilder(reporter);
    this.obligations = new ObligationBuilder(reporter, names, expressions);
  }

  /** Reports a part that must be there and is not. */
  void missing(ParserRuleContext context, String message, @Nullable String help) {
    reporter.error(DiagnosticCode.MISSING_CLAUSE, context, message, help);
  }

  /** Reports a clause that belongs elsewhere. */
  void misplaced(ParserRuleContext clause, String message, @Nullable String help) {
    reporter.error(DiagnosticCode.MISPLACED_CLAUSE, clause, message, help);
  }
}
