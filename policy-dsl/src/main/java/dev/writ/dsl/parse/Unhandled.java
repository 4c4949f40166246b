package dev.writ.dsl.parse;

import org.antlr.v4.runtime.ParserRuleContext;

/** Thrown for an alternative of the grammar that a builder does not know: a fault of ours. */
final class Unhandled extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  Unhandled(ParserRuleContext context) {
    super("no tree is built for " + context.getClass().getSimpleName());
  }
}
