package dev.writ.core.engine;

import dev.writ.core.authority.AuthoritySnapshot;
import dev.writ.core.model.DataLimits;
import dev.writ.core.model.Request;
import dev.writ.core.reference.Assessment;
import dev.writ.core.reference.Circumstances;

/** Evaluates by the executable semantics. */
record ReferenceEvaluation() implements Evaluation {

  @Override
  public Finding find(Loaded loaded, Request request, Circumstances circumstances) {
    return finding(loaded.evaluator().assess(request, circumstances, DataLimits.DEFAULT));
  }

  /** What an assessment finds. */
  static Finding finding(Assessment assessment) {
    return new Finding(assessment.verdict(), new AssessedEffects(assessment), assessment);
  }

  private record AssessedEffects(Assessment assessment) implements Finding.Effects {

    @Override
    public boolean matter() {
      return assessment.consuming();
    }

    @Override
    public boolean changeNothing(AuthoritySnapshot state) {
      return assessment.effects().changesNothing(state);
    }

    @Override
    public AuthoritySnapshot applyTo(AuthoritySnapshot state, long nowMillis) {
      return assessment.effects().applyTo(state, nowMillis);
    }
  }
}
