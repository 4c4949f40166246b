package dev.writ.dsl.ast;

import dev.writ.dsl.source.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A session: {@code given session "s1" of User::"ann" { mfa: true } labelled untrusted;}.
 *
 * @param id its id
 * @param origin whose it is
 * @param parent the id of the session it stands in, or null
 * @param fields its declared fields, or null for none
 * @param labels the labels it has
 * @param span where it stands
 */
public record GivenSession(
    QuotedText id,
    EntityRef origin,
    @Nullable QuotedText parent,
    @Nullable RecordLiteral fields,
    List<QualifiedName> labels,
    Span span)
    implements TestStatement {

  /** Copies the lists. */
  public GivenSession {
    labels = List.copyOf(labels);
  }

  @Override
  public <R extends @Nullable Object> R accept(TestStatementVisitor<R> visitor) {
    return visitor.visitSession(this);
  }
}
