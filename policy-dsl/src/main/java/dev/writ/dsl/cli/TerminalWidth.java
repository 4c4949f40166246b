package dev.writ.dsl.cli;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** How wide the terminal is, in characters. */
final class TerminalWidth {
  /** What is taken where nobody tells. */
  static final int USUAL = 80;

  private static final int NARROWEST = 40;
  private static final long PATIENCE_SECONDS = 2;

  private TerminalWidth() {}

  /** The width by {@code COLUMNS}, else as {@code stty} tells it, else the usual one. */
  static int ask(Map<String, String> environment) {
    int told = number(environment.getOrDefault("COLUMNS", ""));
    if (told == 0) {
      String[] size = stty().split(" ", -1);
      told = size.length == 2 ? number(size[1]) : 0;
    }
    return told == 0 ? USUAL : Math.max(NARROWEST, told);
  }

  private static int number(String text) {
    return text.matches("[1-9][0-9]{0,4}") ? Integer.parseInt(text) : 0;
  }

  private static String stty() {
    try {
      Process stty =
          new ProcessBuilder("stty", "size")
              .redirectInput(new File("/dev/tty"))
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      String answer =
          new String(stty.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).strip();
      return stty.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) && stty.exitValue() == 0
          ? answer
          : "";
    } catch (IOException e) {
      return "";
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "";
    }
  }
}
