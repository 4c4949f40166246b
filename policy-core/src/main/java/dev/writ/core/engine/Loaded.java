package dev.writ.core.engine;

import dev.writ.core.ir.PolicySet;
import dev.writ.core.ir.PolicySetCheck;
import dev.writ.core.model.EntityStore;
import dev.writ.core.plan.Program;
import dev.writ.core.reference.Reference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A policy set that runs, with the entities held against its schema. Immutable: a decision reads
 * one of them, so that no reload shows in half a decision.
 *
 * @param evaluator the executable semantics of the set
 * @param program what decides by the set
 * @param entities the entities
 * @param handlers the handlers of the engine, by qualified kind of obligation
 */
record Loaded(
    Reference evaluator,
    Program program,
    EntityStore entities,
    Map<String, ObligationHandler> handlers) {

  /** Why the set cannot run; nothing where it can. */
  static List<String> problems(PolicySet policies, ObligationKinds kinds) {
    List<String> problems = new ArrayList<>(PolicySetCheck.problems(policies));
    problems.addAll(kinds.problems(policies));
    return problems;
  }

  static Loaded of(PolicySet policies, EntityStore entities, ObligationKinds kinds) {
    Reference evaluator = new Reference(policies);
    Program program = Program.of(policies, evaluator.hash());
    return new Loaded(evaluator, program, entities, kinds.handlersIn(policies));
  }

  PolicySet policies() {
    return evaluator.policies();
  }

  String hash() {
    return evaluator.hash();
  }

  /** The same set with other entities, held against its schema. */
  Loaded with(EntityStore other) {
    return new Loaded(evaluator, program, other, handlers);
  }
}
