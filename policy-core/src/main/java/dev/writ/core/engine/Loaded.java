package dev.writ.core.engine;

import dev.writ.core.ir.PolicySet;
import dev.writ.core.ir.PolicySetCheck;
import dev.writ.core.model.EntityStore;
import dev.writ.core.plan.Program;
import dev.writ.core.reference.Reference;
import dev.writ.core.slice.EntityPaths;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A policy set that runs, with the entities held against its schema. Immutable: a decision reads
 * one of them, so that no reload shows in half a decision.
 *
 * @param evaluator the executable semantics of the set
 * @param program what decides by the set
 * @param entities the entities
 * @param handlers the handlers of the engine, by qualified kind of obligation
 * @param cached what the cache knows of the program, or null where the engine has none
 * @param gathered how the entities were gathered for one request that is put to the cache, or null
 */
record Loaded(
    Reference evaluator,
    Program program,
    EntityStore entities,
    Map<String, ObligationHandler> handlers,
    @Nullable CachedSlices cached,
    @Nullable Gathered gathered) {

  /**
   * Why the set cannot run; nothing where it can.
   *
   * @param sourced whether entities come from a source, so that not all of them can be looked
   *     through
   */
  static List<String> problems(PolicySet policies, ObligationKinds kinds, boolean sourced) {
    List<String> problems = new ArrayList<>(PolicySetCheck.problems(policies));
    problems.addAll(kinds.problems(policies));
    if (sourced && EntityPaths.readsEverybody(policies)) {
      problems.add(
          "the set excludes members of a group and knows people by several entities: with a source"
              + " nobody can tell which entities a voter has; give the engine all entities instead");
    }
    return problems;
  }

  /**
   * A set that runs.
   *
   * @param caching the cache of the engine, or null
   */
  static Loaded of(
      PolicySet policies,
      EntityStore entities,
      ObligationKinds kinds,
      @Nullable VerdictCaching caching) {
    Reference evaluator = new Reference(policies);
    Program program = Program.of(policies, evaluator.hash());
    CachedSlices cached = caching == null ? null : caching.slices(policies, program);
    return new Loaded(evaluator, program, entities, kinds.handlersIn(policies), cached, null);
  }

  PolicySet policies() {
    return evaluator.policies();
  }

  String hash() {
    return evaluator.hash();
  }

  /** The same set with other entities, held against its schema. */
  Loaded with(EntityStore other) {
    return new Loaded(evaluator, program, other, handlers, cached, null);
  }

  /** The same set with the entities gathered for one request. */
  Loaded with(EntityStore other, @Nullable Gathered how) {
    return new Loaded(evaluator, program, other, handlers, cached, how);
  }
}
