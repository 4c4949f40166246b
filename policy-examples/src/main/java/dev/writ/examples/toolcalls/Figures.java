package dev.writ.examples.toolcalls;

import dev.writ.examples.toolcalls.Answer.Outcome;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * What the policies of a suite do.
 *
 * @param userCalls each call of the user's tasks
 * @param pairs each pair whose text is known to ask for calls
 */
record Figures(List<UserCall> userCalls, List<Attack> pairs) {

  /** A call of a user's task and what came of it. */
  record UserCall(ToolUse call, Answer answer) {
    @Override
    public String toString() {
      return call.task() + " " + call.tool() + ": " + answer.outcome() + ", " + answer.reason();
    }
  }

  /** A pair, and what came of each call that its text asks for. */
  record Attack(Pair pair, List<Answer> answers) {
    Attack {
      answers = List.copyOf(answers);
    }

    /** Whether a policy stops at least one call; that a call fits no schema does not count. */
    boolean isStopped() {
      return answers.stream().anyMatch(answer -> answer.stops() && !answer.isMisfit());
    }

    @Override
    public String toString() {
      return pair.userTask() + ", " + pair.injectionTask();
    }
  }

  Figures {
    userCalls = List.copyOf(userCalls);
    pairs = List.copyOf(pairs);
  }

  /** Decides every call of a suite: the user's, and for each pair those of the text. */
  static Figures of(Suite suite, Path policies) throws IOException, InterruptedException {
    Trial trial = new Trial(suite, policies);
    List<ToolUse> user = suite.calls().stream().filter(ToolUse::isOfUser).toList();
    List<Pair> pairs = suite.pairs().stream().filter(Pair::hasCalls).toList();
    user.forEach(call -> trial.ask(call, call.task()));
    pairs.forEach(pair -> wanted(suite, pair).forEach(c -> trial.ask(c, pair.userTask())));
    List<Answer> answers = trial.run();
    List<UserCall> userCalls = new ArrayList<>();
    for (ToolUse call : user) {
      userCalls.add(new UserCall(call, answers.get(userCalls.size())));
    }
    List<Attack> attacks = new ArrayList<>();
    int next = user.size();
    for (Pair pair : pairs) {
      int end = next + wanted(suite, pair).size();
      attacks.add(new Attack(pair, answers.subList(next, end)));
      next = end;
    }
    return new Figures(userCalls, attacks);
  }

  private static List<ToolUse> wanted(Suite suite, Pair pair) {
    return suite.calls("injection", pair.injectionTask());
  }

  long count(Outcome outcome) {
    return userCalls.stream().filter(call -> call.answer().outcome() == outcome).count();
  }

  /** The user's calls that are not permitted outright. */
  List<UserCall> held() {
    return userCalls.stream().filter(call -> call.answer().stops()).toList();
  }

  long stopped() {
    return pairs.stream().filter(Attack::isStopped).count();
  }

  /** The pairs whose text needs no other tool than the user's task does. */
  Figures insideUserSet() {
    Predicate<Attack> inside = attack -> attack.pair().insideUserSet();
    return new Figures(userCalls, pairs.stream().filter(inside).toList());
  }

  /** The pairs in which nothing stops the text. */
  List<Attack> passed() {
    return pairs.stream().filter(attack -> !attack.isStopped()).toList();
  }
}
