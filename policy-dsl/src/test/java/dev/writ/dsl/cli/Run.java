package dev.writ.dsl.cli;

import dev.writ.dsl.bench.Meter;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;

/**
 * One run of the command in this process, with captured streams and a fixed clock.
 *
 * @param code its exit code
 * @param out what it wrote to standard output
 * @param err what it wrote to standard error
 */
record Run(int code, String out, String err) {

  /** The clock of every run: ten o'clock on a Monday. */
  static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");

  /** Runs it without input, away from a terminal. */
  static Run writ(String... args) {
    return new Setting().writ(args);
  }

  /** Runs it with this input, away from a terminal. */
  static Run withInput(String input, String... args) {
    return new Setting().input(input.getBytes(StandardCharsets.UTF_8)).writ(args);
  }

  /** What a run is made in. */
  static final class Setting {
    private byte[] input = {};
    private boolean outTerminal;
    private boolean errTerminal;
    private Map<String, String> environment = Map.of();
    private Meter meter = Meter.ofProcess();

    Setting input(byte[] bytes) {
      input = bytes.clone();
      return this;
    }

    Setting outTerminal() {
      outTerminal = true;
      return this;
    }

    Setting errTerminal() {
      errTerminal = true;
      return this;
    }

    Setting environment(Map<String, String> variables) {
      environment = Map.copyOf(variables);
      return this;
    }

    Setting meter(Meter other) {
      meter = other;
      return this;
    }

    Run writ(String... args) {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      ByteArrayOutputStream err = new ByteArrayOutputStream();
      Shell shell =
          new Shell(
              new ByteArrayInputStream(input),
              false,
              new Output(out, outTerminal),
              new Output(err, errTerminal),
              environment,
              InstantSource.fixed(NOW),
              meter);
      int code = Main.run(shell, args);
      return new Run(
          code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
  }
}
