package dev.writ.dsl.ast;

import dev.writ.dsl.source.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code ship => deny no_permit, remedy grant prod_deploy;}: what a request is decided.
 *
 * <p>A permit that only {@code authorize} could give counts as a permit. What is not stated is not
 * compared.
 *
 * @param authorize whether the request is authorised, which spends, rather than decided
 * @param request the request
 * @param effect the expected effect
 * @param reason the expected reason code, or null
 * @param rules determining rules, each of which must be there
 * @param obligations obligations, each of which must be there
 * @param remedies remedies, each of which must be there
 * @param noRemedy whether there must be none
 * @param span where it stands
 */
public record Expect(
    boolean authorize,
    Identifier request,
    Effect effect,
    @Nullable Identifier reason,
    List<RuleReference> rules,
    List<ObligationCall> obligations,
    List<ExpectedRemedy> remedies,
    boolean noRemedy,
    Span span)
    implements TestStatement {

  /** Copies the lists. */
  public Expect {
    rules = List.copyOf(rules);
    obligations = List.copyOf(obligations);
    remedies = List.copyOf(remedies);
  }

  @Override
  public <R extends @Nullable Object> R accept(TestStatementVisitor<R> visitor) {
    return visitor.visitExpect(this);
  }
}
