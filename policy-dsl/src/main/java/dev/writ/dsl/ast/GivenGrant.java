package dev.writ.dsl.ast;

import dev.writ.dsl.source.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An active grant: {@code given grant prod_deploy for ship until +30m;}.
 *
 * <p>What the template binds is taken from the request; its {@code needs} stand unless stated votes
 * say otherwise.
 *
 * @param template the template
 * @param request the request it was made for, or null for a template without {@code permits}
 * @param from its start, or null for the clock
 * @param until its end
 * @param holder who holds it, or null for the request's principal
 * @param requester who asked for it, or null for the holder
 * @param used how many uses are spent, or null for none
 * @param needs whose votes stand behind its {@code needs}; where a need is not listed, enough
 *     voters do
 * @param span where it stands
 */
public record GivenGrant(
    QualifiedName template,
    @Nullable Identifier request,
    @Nullable Moment from,
    Moment until,
    @Nullable EntityRef holder,
    @Nullable EntityRef requester,
    @Nullable Count used,
    List<GrantVotes> needs,
    Span span)
    implements TestStatement {

  /** Copies the lists. */
  public GivenGrant {
    needs = List.copyOf(needs);
  }

  @Override
  public <R extends @Nullable Object> R accept(TestStatementVisitor<R> visitor) {
    return visitor.visitGrant(this);
  }
}
