package dev.writ.bench.contender;

import dev.writ.bench.scenario.Decider;
import dev.writ.bench.scenario.Scenario;
import dev.writ.core.decision.Effect;
import dev.writ.core.decision.Verdict;
import dev.writ.core.plan.Answer;
import dev.writ.core.plan.Program;
import dev.writ.core.plan.Question;
import dev.writ.core.plan.Surroundings;
import dev.writ.core.reference.Reference;

/**
 * Writ's compiled program, from a question made before to a whole verdict: rules, errors,
 * obligations. What the program leaves to the reference evaluator is decided there, as the engine
 * does.
 */
final class WritProgram implements Contender {
  @Override
  public String name() {
    return "writ";
  }

  @Override
  public Decider prepare(Scenario scenario) {
    World world = new World(scenario);
    Reference reference = new Reference(world.policies);
    Program program = Program.of(world.policies, reference.hash());
    Question[] questions = new Question[world.requests.length];
    for (int i = 0; i < questions.length; i++) {
      questions[i] = program.question(world.requests[i]);
    }
    Surroundings surroundings =
        new Surroundings(scenario.authority(), scenario.nowMillis(), false, false);
    return number -> {
      Answer answer = program.decide(questions[number], surroundings);
      Verdict verdict =
          answer instanceof Answer.Decided decided
              ? decided.verdict()
              : reference.assess(world.requests[number], world.circumstances).verdict();
      return verdict.effect() == Effect.PERMIT;
    };
  }
}
