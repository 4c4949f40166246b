package dev.writ.core.engine;

import dev.writ.core.cache.Remembered;
import dev.writ.core.cache.SourceReads;
import dev.writ.core.cache.VerdictKey;
import dev.writ.core.decision.Outlook;
import dev.writ.core.model.BoundRequest;
import dev.writ.core.model.DataLimits;
import dev.writ.core.model.EntityChanges;
import dev.writ.core.model.EntityStore;
import dev.writ.core.model.InvalidRequestException;
import dev.writ.core.model.Request;
import dev.writ.core.model.RequestBinding;
import dev.writ.core.plan.Program;
import dev.writ.core.reference.Assessment;
import dev.writ.core.reference.Circumstances;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Asks the cache before entities are loaded from a source. Thread-safe.
 *
 * @param caching the cache
 */
record Recall(VerdictCaching caching) {

  /**
   * What a decision is put to before anything is loaded, or null. A request that does not fit the
   * schema is put to nothing: what is wrong with it is told when it is decided.
   */
  @Nullable Consultation consult(Loaded loaded, Request request, Circumstances circumstances) {
    CachedSlices slices = loaded.cached();
    Shape shape = slices == null ? null : shape(loaded, slices, request);
    return slices == null || shape == null || shape.slice() == null
        ? null
        : caching.consult(slices, shape.slice(), circumstances, shape::key);
  }

  /**
   * What is left with a request.
   *
   * @param key what the cache is asked for
   */
  private record Shape(Program program, @Nullable CachedSlice slice, VerdictKey key) {}

  private static @Nullable Shape shape(Loaded loaded, CachedSlices slices, Request request) {
    if (request.note() instanceof Shape shape && shape.program() == loaded.program()) {
      return shape;
    }
    try {
      BoundRequest bound =
          RequestBinding.bindUnseen(
              loaded.policies().schema(), loaded.entities(), request, DataLimits.DEFAULT);
      Shape shape =
          new Shape(
              loaded.program(), slices.of(request, bound), slices.projection(bound).key(bound));
      request.leave(shape);
      return shape;
    } catch (InvalidRequestException | RuntimeException | StackOverflowError e) {
      return null;
    }
  }

  /** What was found, as if the entities had been loaded. */
  static Recalled recalled(
      Loaded loaded, Request request, Circumstances circumstances, Remembered known) {
    Late late = new Late(loaded, request, circumstances, known.source());
    return new Recalled(
        new Finding(known.verdict(), Finding.Effects.NONE, late), () -> late.entities().version());
  }

  /**
   * A finding that was remembered.
   *
   * @param entityVersion the version of the entities, the loaded ones among them
   */
  record Recalled(Finding finding, Supplier<String> entityVersion) {}

  /** What is worked out with the entities that were loaded when the verdict was reached. */
  private static final class Late extends GuardedOutlook {
    private final Loaded loaded;
    private final Request request;
    private final Circumstances circumstances;
    private final @Nullable SourceReads source;
    private volatile @Nullable Assessment assessment;

    Late(
        Loaded loaded, Request request, Circumstances circumstances, @Nullable SourceReads source) {
      this.loaded = loaded;
      this.request = request;
      this.circumstances = circumstances;
      this.source = source;
    }

    EntityStore entities() {
      EntityStore held = circumstances.entities();
      return source == null || source.isNothing()
          ? held
          : held.with(EntityChanges.of(source.told()));
    }

    @Override
    long nowMillis() {
      return circumstances.nowMillis();
    }

    @Override
    Outlook behind() {
      Assessment known = assessment;
      if (known == null) {
        Circumstances all =
            new Circumstances(
                entities(),
                circumstances.authority(),
                circumstances.clockMillis(),
                circumstances.maxSkewMillis(),
                circumstances.health());
        known = loaded.evaluator().assess(request, all, DataLimits.DEFAULT);
        assessment = known;
      }
      return known;
    }
  }
}
