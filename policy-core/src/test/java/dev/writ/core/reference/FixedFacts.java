package dev.writ.core.reference;

import dev.writ.core.decision.EvaluationError;
import dev.writ.core.decision.Truth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** Authority that says what the test tells it to, and no otherwise. */
final class FixedFacts implements AuthorityFacts {
  final Map<String, Truth> said = new HashMap<>();

  @Override
  public Truth approved(String approval) {
    return said.getOrDefault("approved " + approval, Truth.FALSE);
  }

  @Override
  public Truth confirmed(String confirmation) {
    return said.getOrDefault("confirmed " + confirmation, Truth.FALSE);
  }

  @Override
  public Truth granted(String template) {
    return said.getOrDefault("granted " + template, Truth.FALSE);
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
