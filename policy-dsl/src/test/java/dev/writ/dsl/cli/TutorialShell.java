package dev.writ.dsl.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs what a tutorial types: {@code writ} in this process, on files of the folder; everything else
 * in a shell there, with the classes of Writ for {@code $WRIT}.
 */
final class TutorialShell {
  private final Path folder;
  private int lastCode;

  TutorialShell(Path folder) {
    this.folder = folder;
  }

  /** Runs a line and returns what a terminal shows of it. */
  String run(String line) throws IOException, InterruptedException {
    if (line.equals("echo $?")) {
      return lastCode + "\n";
    }
    return line.startsWith("writ ") ? writ(line) : other(line);
  }

  private String writ(String line) {
    List<String> args = new ArrayList<>();
    for (String word : List.of(line.substring("writ ".length()).split(" +"))) {
      boolean written = !args.isEmpty() && args.get(args.size() - 1).equals("--out");
      args.add(written ? absolute(word) : inFolder(word));
    }
    Run run = Run.writ(args.toArray(String[]::new));
    lastCode = run.code();
    return (run.out() + run.err()).replace(absolute(""), "");
  }

  /** A word, where it names a file of the folder with its whole path; so for {@code id=file}. */
  private String inFolder(String word) {
    int equals = word.indexOf('=');
    String path = word.substring(equals + 1);
    return Files.exists(folder.resolve(path))
        ? word.substring(0, equals + 1) + absolute(path)
        : word;
  }

  private String absolute(String word) {
    return folder + "/" + word;
  }

  private String other(String line) throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder("sh", "-c", line).directory(folder.toFile()).redirectErrorStream(true);
    builder.environment().put("WRIT", System.getProperty("java.class.path"));
    builder.environment().remove("JAVA_TOOL_OPTIONS");
    Process process = builder.start();
    process.getOutputStream().close();
    String shown = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    lastCode = process.waitFor();
    return shown;
  }
}
