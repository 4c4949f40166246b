package dev.writ.examples.sreagents;

import dev.writ.dsl.cli.Main;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Shows the scenario: checks and tests its policies, decides its requests, then follows one
 * production deploy from deny to permit and back.
 */
public final class SreAgentsDemo {

  private final Path folder;
  private final PrintStream out;

  private SreAgentsDemo(Path folder, PrintStream out) {
    this.folder = folder;
    this.out = out;
  }

  /**
   * Runs the demo.
   *
   * @param args the folder of the scenario, or nothing where it lies below the current folder or
   *     its {@code policy-examples}
   * @throws IOException if a file of the scenario cannot be read
   */
  public static void main(String[] args) throws IOException {
    PrintStream out =
        new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    Path folder = args.length > 0 ? Path.of(args[0]) : found();
    System.exit(new SreAgentsDemo(folder, out).run() ? 0 : 1);
  }

  private static Path found() {
    Path here = Path.of("sre-agents");
    return Files.isDirectory(here) ? here : Path.of("policy-examples", "sre-agents");
  }

  private boolean run() throws IOException {
    String policies = folder.resolve("policies").toString();
    boolean sound =
        writ("Are the policies sound?", 0, "check", policies)
            && writ("Do they do what they are for?", 0, "test", policies);
    boolean decided =
        writ(
            "What do they say to a morning's 200 requests?",
            1,
            "decide",
            "--policies",
            policies,
            "--entities",
            folder.resolve("entities.json").toString(),
            "--authority",
            folder.resolve("authority.json").toString(),
            "--at",
            Scenario.AT,
            "--requests",
            folder.resolve("requests.jsonl").toString());
    title("How does one production deploy get its permit?");
    new ProductionDeploy(Scenario.read(folder), out).tell();
    return sound && decided;
  }

  /** Runs the command as a person would, and tells whether it ended as it should. */
  private boolean writ(String question, int expected, String... args) {
    title(question);
    out.println("$ writ " + String.join(" ", args));
    out.println();
    return Main.run(args) == expected;
  }

  private void title(String question) {
    out.println();
    out.println("== " + question);
    out.println();
  }
}
