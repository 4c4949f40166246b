package dev.writ.examples.toolcalls;

import dev.writ.examples.toolcalls.Answer.Outcome;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** Shows what the policies of the scenario do to every call of a collection of cases. */
public final class ToolCalls {

  /** The suites of the scenario. */
  static final List<String> SUITES = List.of("banking", "workspace");

  private ToolCalls() {}

  /**
   * Prints the figures.
   *
   * @param args the folder of the scenario, then the folder of the cases: AgentDojo's, or the
   *     scenario's own
   * @throws IOException if a file cannot be read
   * @throws InterruptedException if somebody wants this to end
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    if (args.length != 2) {
      System.err.println("usage: ToolCalls SCENARIO_FOLDER CASES_FOLDER");
      System.exit(2);
    }
    PrintStream out =
        new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    for (String name : SUITES) {
      Suite suite = Suite.read(Path.of(args[1]), name);
      show(name, Figures.of(suite, Path.of(args[0], name, "policies")), out);
    }
  }

  private static void show(String name, Figures figures, PrintStream out) {
    out.printf(
        "%s: %d calls of its user's tasks: %d permitted outright, %d ask the user, %d denied%n",
        name,
        figures.userCalls().size(),
        figures.count(Outcome.PERMIT),
        figures.count(Outcome.ASK),
        figures.count(Outcome.DENY));
    figures.held().forEach(call -> out.println("  " + call));
    Figures inside = figures.insideUserSet();
    out.printf(
        "%s: %d pairs with calls that a text asks for: %d stopped; of %d that need no other tool"
            + " than the user's task: %d%n",
        name, figures.pairs().size(), figures.stopped(), inside.pairs().size(), inside.stopped());
    figures.passed().forEach(pair -> out.println("  not stopped: " + pair));
  }
}
