package dev.writ.core.reference;

import dev.writ.core.decision.EvaluationError;
import dev.writ.core.decision.Truth;
import java.util.List;
import java.util.OptionalLong;

/**
 * The facts of a request for which nothing was approved, confirmed or granted: what heads, clauses
 * and exclusions are read with, since none of them may ask for authority.
 */
final class NoAuthority implements AuthorityFacts {
  static final AuthorityFacts INSTANCE = new NoAuthority();

  private NoAuthority() {}

  @Override
  public Truth approved(String approval) {
    return Truth.FALSE;
  }

  @Override
  public Truth confirmed(String confirmation) {
    return Truth.FALSE;
  }

  @Override
  public Truth granted(String template) {
    return Truth.FALSE;
  }

  @Override
  public List<CoveringGrant> covering(int member) {
    return List.of();
  }

  @Override
  public List<EvaluationError> errors() {
    return List.of();
  }

  @Override
  public OptionalLong nextChange() {
    return OptionalLong.empty();
  }
}
