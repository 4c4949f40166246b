package dev.writ.dsl.ast;

import dev.writ.dsl.source.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The clauses that approvals and confirmations share.
 *
 * <p>A clause that is not written is null; which ones are mandatory is checked later.
 *
 * @param decideWithin how long it may be open
 * @param validFor how long it holds once complete
 * @param usesAtMost how often it can be used
 * @param ignores the args and facts its subject leaves out
 * @param votesWithReason whether a vote needs a reason
 * @param openForEachPrincipal how many may be open for one principal
 * @param span where it stands
 */
public record ApprovalTerms(
    @Nullable DurationLiteral decideWithin,
    @Nullable DurationLiteral validFor,
    @Nullable Count usesAtMost,
    List<DottedPath> ignores,
    boolean votesWithReason,
    @Nullable Count openForEachPrincipal,
    Span span) {

  /** Copies the lists. */
  public ApprovalTerms {
    ignores = List.copyOf(ignores);
  }
}
