package dev.writ.bench.contender;

import dev.writ.bench.scenario.Decider;
import dev.writ.bench.scenario.Scenario;
import dev.writ.core.decision.Effect;
import dev.writ.core.ir.PolicySetHash;
import dev.writ.core.plan.Answer;
import dev.writ.core.plan.Program;
import dev.writ.core.plan.Question;
import dev.writ.core.plan.Surroundings;

/**
 * Writ's compiled program, from a question made before to a whole verdict: rules, errors,
 * obligations.
 */
final class WritProgram implements Contender {
  @Override
  public String name() {
    return "writ";
  }

  @Override
  public Decider prepare(Scenario scenario) {
    World world = new World(scenario);
    Program program = Program.of(world.policies, PolicySetHash.of(world.policies));
    Question[] questions = new Question[world.requests.length];
    for (int i = 0; i < questions.length; i++) {
      questions[i] = program.question(world.requests[i]);
    }
    Surroundings surroundings =
        new Surroundings(scenario.authority(), scenario.nowMillis(), false, false);
    return number -> effect(program.decide(questions[number], surroundings)) == Effect.PERMIT;
  }

  private static Effect effect(Answer answer) {
    return answer.verdict().effect();
  }
}
