package dev.writ.dsl.ast;

import dev.writ.dsl.source.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A complete approval or confirmation of a request: {@code given approved deploy_review for ship by
 * User::"bo";}.
 *
 * @param kind approval or confirmation
 * @param name which one
 * @param request the request it is for
 * @param voters who voted; empty for just enough voters, or for the origin of a confirmation
 * @param at when it was complete, or null for the clock
 * @param used how many uses are spent, or null for none
 * @param span where it stands
 */
public record GivenDecided(
    DecidedKind kind,
    QualifiedName name,
    Identifier request,
    List<EntityRef> voters,
    @Nullable Moment at,
    @Nullable Count used,
    Span span)
    implements TestStatement {

  /** Copies the lists. */
  public GivenDecided {
    voters = List.copyOf(voters);
  }

  @Override
  public <R extends @Nullable Object> R accept(TestStatementVisitor<R> visitor) {
    return visitor.visitDecided(this);
  }
}
