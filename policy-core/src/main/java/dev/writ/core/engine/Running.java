package dev.writ.core.engine;

import dev.writ.core.ir.Bundle;
import dev.writ.core.ir.BundleException;
import dev.writ.core.ir.BundleTrust;
import dev.writ.core.ir.PolicySet;
import dev.writ.core.model.Entities;
import dev.writ.core.model.EntityChanges;
import dev.writ.core.model.EntityProblem;
import dev.writ.core.model.EntityStore;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The policy set and the entities that an engine runs, until others take their place whole. What is
 * refused changes nothing. Thread-safe: one change after another, and none waits for a decision.
 */
final class Running {
  private final ObligationKinds kinds;
  private final boolean hasSource;
  private final @Nullable VerdictCaching caching;
  private final Object changing = new Object();
  private BundleTrust order; // guarded by changing
  private volatile Loaded loaded;
  private volatile boolean closed;

  /**
   * @param hasSource whether entities come from a source too
   * @param order what bundles may follow
   */
  Running(
      Loaded loaded,
      ObligationKinds kinds,
      boolean hasSource,
      @Nullable VerdictCaching caching,
      BundleTrust order) {
    this.loaded = loaded;
    this.kinds = kinds;
    this.hasSource = hasSource;
    this.caching = caching;
    this.order = order;
  }

  /**
   * What runs.
   *
   * @throws IllegalStateException once it is closed
   */
  Loaded open() {
    if (closed) {
      throw new IllegalStateException("the engine is closed");
    }
    return loaded;
  }

  /** What ran last, closed or not. */
  Loaded last() {
    return loaded;
  }

  void close() {
    closed = true;
  }

  ReloadResult reload(PolicySet policies) {
    Objects.requireNonNull(policies, "policies");
    synchronized (changing) {
      return reloaded(policies, open().entities().in(policies.schema()));
    }
  }

  ReloadResult reload(PolicySet policies, Entities entities) {
    Objects.requireNonNull(policies, "policies");
    Objects.requireNonNull(entities, "entities");
    synchronized (changing) {
      open();
      return reloaded(policies, EntityStore.bind(policies.schema(), entities));
    }
  }

  ReloadResult reload(Bundle bundle) {
    Objects.requireNonNull(bundle, "bundle");
    synchronized (changing) {
      EntityStore entities = open().entities();
      try {
        order.check(bundle);
      } catch (BundleException e) {
        return new ReloadResult.Refused(List.of(String.valueOf(e.getMessage())));
      }
      ReloadResult result = reloaded(bundle.policySet(), entities.in(bundle.policySet().schema()));
      if (result.applied()) {
        order = order.after(bundle);
      }
      return result;
    }
  }

  private ReloadResult reloaded(PolicySet policies, EntityStore entities) {
    List<String> problems = Loaded.problems(policies, kinds, hasSource);
    if (!problems.isEmpty()) {
      return new ReloadResult.Refused(problems);
    }
    Loaded before = loaded;
    Loaded next = Loaded.of(policies, entities, kinds, caching);
    loaded = next;
    if (caching != null && before.cached() != null) {
      caching.retire(before.cached());
      caching.clear();
    }
    return new ReloadResult.Applied(next.hash());
  }

  void update(Entities entities) {
    Objects.requireNonNull(entities, "entities");
    synchronized (changing) {
      Loaded now = open();
      loaded = now.with(EntityStore.bind(now.policies().schema(), entities));
      if (caching != null) {
        caching.clear();
      }
    }
  }

  UpdateResult update(EntityChanges changes) {
    Objects.requireNonNull(changes, "changes");
    synchronized (changing) {
      Loaded now = open();
      EntityStore next = now.entities().with(changes);
      List<EntityProblem> problems = next.problems(changes);
      if (!problems.isEmpty()) {
        return new UpdateResult.Refused(problems);
      }
      loaded = now.with(next);
      return new UpdateResult.Applied();
    }
  }
}
