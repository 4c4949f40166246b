package dev.writ.core.plan;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The facts that are kept with an entity, by the places of the sides that they are of. Immutable.
 */
final class Notes {
  static final Notes EMPTY = new Notes(new OwnFacts[0]);

  private final @Nullable OwnFacts[] byPlace;

  private Notes(@Nullable OwnFacts[] byPlace) {
    this.byPlace = byPlace;
  }

  @Nullable OwnFacts at(int place) {
    return place < byPlace.length ? byPlace[place] : null;
  }

  Notes with(int place, OwnFacts facts) {
    @Nullable OwnFacts[] more = Arrays.copyOf(byPlace, Math.max(byPlace.length, place + 1));
    more[place] = facts;
    return new Notes(more);
  }
}
