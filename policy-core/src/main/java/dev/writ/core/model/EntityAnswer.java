package dev.writ.core.model;

import java.util.Objects;
import java.util.function.Function;

/** What a store answers about an entity: what was asked for, or why it cannot vouch for it. */
public sealed interface EntityAnswer<T> {

  /** Applies the one function or the other. */
  <R> R fold(Function<T, R> known, Function<EntityProblem, R> failed);

  /** What was asked for. */
  record Known<T>(T value) implements EntityAnswer<T> {
    public Known {
      Objects.requireNonNull(value, "value");
    }

    @Override
    public <R> R fold(Function<T, R> known, Function<EntityProblem, R> failed) {
      return known.apply(value);
    }
  }

  /** Why there is no answer: an error of whatever asked. */
  record Failed<T>(EntityProblem problem) implements EntityAnswer<T> {
    public Failed {
      Objects.requireNonNull(problem, "problem");
    }

    @Override
    public <R> R fold(Function<T, R> known, Function<EntityProblem, R> failed) {
      return failed.apply(problem);
    }
  }
}
