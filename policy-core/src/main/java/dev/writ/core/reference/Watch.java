package dev.writ.core.reference;

import dev.writ.core.ir.Expr;

/** Someone who looks on while expressions are evaluated; it changes no value. */
interface Watch {

  /** Nobody. */
  Watch NONE =
      new Watch() {
        @Override
        public void enter(Expr expr) {}

        @Override
        public void leave(Expr expr, Result result) {}
      };

  /** The expression is about to be evaluated; its operands follow. */
  void enter(Expr expr);

  /** The expression entered last and not left was evaluated. */
  void leave(Expr expr, Result result);
}
