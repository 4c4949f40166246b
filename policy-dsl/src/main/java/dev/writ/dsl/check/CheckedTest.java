package dev.writ.dsl.check;

import dev.writ.dsl.ast.TestDecl;
import java.util.List;

/**
 * A test: a stated world and what is expected of it, typed and with names resolved.
 *
 * @param declared what is written
 * @param atMillis the instant it starts at, epoch milliseconds
 * @param statements the statements, in the order written
 */
public record CheckedTest(
    Declared<TestDecl> declared, long atMillis, List<CheckedStatement> statements) {

  /** Copies the list. */
  public CheckedTest {
    statements = List.copyOf(statements);
  }
}
