package dev.writ.core.engine;

import dev.writ.core.cache.VerdictKey;
import dev.writ.core.model.BoundRequest;
import dev.writ.core.model.EntityStore;
import dev.writ.core.plan.Program;
import dev.writ.core.plan.Question;
import org.jspecify.annotations.Nullable;

/**
 * What is left with a request: how it is held against a program and entities, and what was made of
 * that so far. What threads leave to each other is immutable, so a race costs work alone.
 */
final class Asked {
  private final Program program;
  private final EntityStore entities;
  final BoundRequest bound;

  /** The slice that the cache is asked for, or null where it is not. */
  final @Nullable CachedSlice slice;

  private @Nullable Question question;
  private @Nullable VerdictKey key;

  Asked(Program program, EntityStore entities, BoundRequest bound, @Nullable CachedSlice slice) {
    this.program = program;
    this.entities = entities;
    this.bound = bound;
    this.slice = slice;
  }

  boolean isFor(Loaded loaded, EntityStore others) {
    return program == loaded.program() && entities == others;
  }

  Question question() {
    Question known = question;
    if (known == null) {
      known = program.question(bound);
      question = known;
    }
    return known;
  }

  /** The key, or null where it was not made yet. */
  @Nullable VerdictKey knownKey() {
    return key;
  }

  VerdictKey key(CachedSlices slices) {
    VerdictKey known = key;
    if (known == null) {
      known = slices.projection(bound).key(bound);
      key = known;
    }
    return known;
  }
}
