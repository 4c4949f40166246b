package dev.writ.dsl.ast;

import dev.writ.dsl.source.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A name for a request: {@code let ship = request deploy by Agent::"bot" on Service::"ledger";}.
 *
 * @param name its name
 * @param action the action
 * @param principal who acts
 * @param resource on what
 * @param args what the principal chose, or null for nothing
 * @param facts what the enforcement point knows, or null for nothing
 * @param chain the delegation chain, nearest first
 * @param session the id of the session, or null
 * @param sources where arguments came from
 * @param carried facts about entities that come with the request
 * @param span where it stands
 */
public record LetRequest(
    Identifier name,
    QualifiedName action,
    EntityRef principal,
    EntityRef resource,
    @Nullable RecordLiteral args,
    @Nullable RecordLiteral facts,
    List<EntityRef> chain,
    @Nullable QuotedText session,
    List<ArgSource> sources,
    List<GivenEntity> carried,
    Span span)
    implements TestStatement {

  /** Copies the lists. */
  public LetRequest {
    chain = List.copyOf(chain);
    sources = List.copyOf(sources);
    carried = List.copyOf(carried);
  }

  @Override
  public <R extends @Nullable Object> R accept(TestStatementVisitor<R> visitor) {
    return visitor.visitLetRequest(this);
  }
}
