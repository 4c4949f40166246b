package dev.writ.dsl.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/**
 * Tells for each standard stream by itself whether it is a terminal, which the JDK does not: its
 * console asks about input and output together, and is there without a terminal in later versions.
 *
 * <p>Linux tells by the link of the descriptor; elsewhere the shell's {@code test -t} is asked. In
 * doubt a stream is no terminal.
 */
final class Tty {
  private static final long PATIENCE_SECONDS = 2;

  private Tty() {}

  /** Whether standard output is a terminal. */
  static boolean isOutput() {
    return isTerminal(1);
  }

  /** Whether standard error is a terminal. */
  static boolean isError() {
    return isTerminal(2);
  }

  /** Whether standard input is a terminal. */
  static boolean isInput() {
    return isTerminal(0);
  }

  private static boolean isTerminal(int descriptor) {
    Path link = Path.of("/proc/self/fd/" + descriptor);
    try {
      return Files.isSymbolicLink(link)
          ? isTerminalDevice(Files.readSymbolicLink(link).toString())
          : shellSays("test -t " + descriptor);
    } catch (IOException e) {
      return false;
    }
  }

  /** Whether a device of Linux with this name is a terminal. */
  static boolean isTerminalDevice(String name) {
    return name.startsWith("/dev/pts/")
        || name.startsWith("/dev/tty")
        || name.equals("/dev/console");
  }

  private static boolean shellSays(String condition) {
    try {
      Process shell = new ProcessBuilder("/bin/sh", "-c", condition).inheritIO().start();
      return shell.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) && shell.exitValue() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
