package dev.writ.dsl.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Parameters;

/** The policies that a command is about. */
final class PolicyPaths {
  @Parameters(
      paramLabel = "PATH",
      arity = "1..*",
      description = "Policy files, or folders of files that end in .writ; together one policy set.")
  private List<Path> paths = new ArrayList<>();

  List<Path> paths() {
    return paths;
  }
}
