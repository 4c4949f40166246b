package dev.writ.dsl.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that tell where the requests are; one of these. */
final class RequestFiles {
  @Option(
      names = "--request",
      paramLabel = "FILE",
      description = "A file with one request, on as many lines as you like; - for standard input.")
  private @Nullable Path request;

  @Option(
      names = "--requests",
      paramLabel = "FILE",
      description = "A file with a request a line. Default: standard input.")
  private @Nullable Path requests;

  @Option(
      names = "--tool-calls",
      paramLabel = "FILE",
      arity = "0..1",
      fallbackValue = "-",
      description =
          "Calls of tools, one a line, in a file or on standard input, instead of requests.")
  private @Nullable Path toolCalls;

  /** The file with one request, or null. */
  @Nullable Path request() {
    return request;
  }

  /** The file with a request a line, or null for standard input. */
  @Nullable Path requests() {
    return requests;
  }

  /** The file with a call of a tool a line, or null. */
  @Nullable Path toolCalls() {
    return toolCalls;
  }
}
