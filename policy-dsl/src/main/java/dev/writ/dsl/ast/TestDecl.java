package dev.writ.dsl.ast;

import dev.writ.dsl.source.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code test "name" at INSTANT { … }}: a stated world and what is expected of it.
 *
 * @param annotations the annotations before it
 * @param name its name, the stable id
 * @param at the instant the test starts at
 * @param statements the statements in order
 * @param span where it stands
 */
public record TestDecl(
    List<Annotation> annotations,
    QuotedText name,
    InstantLiteral at,
    List<TestStatement> statements,
    Span span)
    implements Declaration {

  /** Copies the lists. */
  public TestDecl {
    annotations = List.copyOf(annotations);
    statements = List.copyOf(statements);
  }

  @Override
  public <R extends @Nullable Object> R accept(DeclarationVisitor<R> visitor) {
    return visitor.visitTest(this);
  }
}
