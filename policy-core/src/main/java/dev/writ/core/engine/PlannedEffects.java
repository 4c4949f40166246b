package dev.writ.core.engine;

import dev.writ.core.authority.AuthoritySnapshot;
import dev.writ.core.plan.Program;
import dev.writ.core.plan.Question;
import dev.writ.core.plan.Surroundings;
import dev.writ.core.plan.Writes;
import org.jspecify.annotations.Nullable;

/** What a permit changes by the program that decided it, worked out when it is first asked for. */
final class PlannedEffects implements Finding.Effects {
  private final Program program;
  private final Question question;
  private final Surroundings surroundings;
  private volatile @Nullable Writes writes;

  PlannedEffects(Program program, Question question, Surroundings surroundings) {
    this.program = program;
    this.question = question;
    this.surroundings = surroundings;
  }

  private Writes writes() {
    Writes known = writes;
    if (known == null) {
      known = program.writes(question, surroundings);
      writes = known;
    }
    return known;
  }

  @Override
  public boolean matter() {
    return writes().matters();
  }

  @Override
  public boolean changeNothing(AuthoritySnapshot state) {
    return writes().effects().changesNothing(state);
  }

  @Override
  public AuthoritySnapshot applyTo(AuthoritySnapshot state, long nowMillis) {
    return writes().effects().applyTo(state, nowMillis);
  }
}
