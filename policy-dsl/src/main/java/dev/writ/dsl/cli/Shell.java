package dev.writ.dsl.cli;

import dev.writ.dsl.bench.Meter;
import dev.writ.dsl.report.Bars;
import dev.writ.dsl.report.Column;
import dev.writ.dsl.report.Table;
import java.io.BufferedInputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.time.InstantSource;
import java.util.Map;

/**
 * What the command is connected to: streams, environment and clocks.
 *
 * @param in standard input
 * @param inputIsTerminal whether a person types it
 * @param out standard output, for what was asked
 * @param err standard error, for everything else
 * @param environment the environment variables
 * @param clock tells the instant of a decision where none is given
 * @param meter reads time and memory where decisions are measured
 */
record Shell(
    InputStream in,
    boolean inputIsTerminal,
    Output out,
    Output err,
    Map<String, String> environment,
    InstantSource clock,
    Meter meter) {

  Shell {
    environment = Map.copyOf(environment);
  }

  /** That of this process. */
  static Shell ofProcess() {
    return new Shell(
        new BufferedInputStream(new FileInputStream(FileDescriptor.in)),
        Tty.isInput(),
        new Output(new FileOutputStream(FileDescriptor.out), Tty.isOutput()),
        new Output(new FileOutputStream(FileDescriptor.err), Tty.isError()),
        System.getenv(),
        InstantSource.system(),
        Meter.ofProcess());
  }

  /** Decides about colour, for each stream apart. */
  void use(ColorMode mode) {
    out.useColour(mode.colours(out.terminal(), environment));
    err.useColour(mode.colours(err.terminal(), environment));
  }

  /** Writes bars to standard output, as long as the terminal lets them be where it is one. */
  void print(Bars bars) {
    out.print(bars.render(out.terminal() ? TerminalWidth.ask(environment) : 0, out.colour()));
  }

  /** Writes a table to standard output, cut to the terminal where it is one. */
  void print(Table table) {
    boolean cut = out.terminal() && table.columns().stream().anyMatch(Column::flexible);
    int width = cut ? TerminalWidth.ask(environment) : 0;
    out.print(table.render(width, out.colour()));
  }
}
