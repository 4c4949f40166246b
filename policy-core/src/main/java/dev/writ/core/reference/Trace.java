package dev.writ.core.reference;

import dev.writ.core.ir.Expr;

/** Someone who looks on while a decision is made, so as to tell it afterwards; changes nothing. */
interface Trace {

  /** Nobody. */
  Trace NONE =
      new Trace() {
        @Override
        public void open(String label) {}

        @Override
        public void close(Object outcome) {}

        @Override
        public void enter(Expr expr) {}

        @Override
        public void leave(Expr expr, Result result) {}
      };

  /** A step, rule or case is about to be looked at; what is in it follows. */
  void open(String label);

  /** What was opened last, and not closed, came to this. */
  void close(Object outcome);

  /** The expression is about to be evaluated; its operands follow. */
  void enter(Expr expr);

  /** The expression entered last, and not left, was evaluated. */
  void leave(Expr expr, Result result);
}
