package dev.writ.dsl.cli;

import java.util.Map;

/** When escape sequences are written: {@code --color}. */
enum ColorMode {
  auto,
  always,
  never;

  private static final String OPTION = "--color";

  /**
   * What the arguments ask for, before they are read as a whole, so that what is wrong with them is
   * shown in the colour asked for too; {@code auto} in doubt.
   */
  static ColorMode asked(String... args) {
    ColorMode asked = auto;
    for (int i = 0; i < args.length; i++) {
      if (args[i].startsWith(OPTION + "=")) {
        asked = of(args[i].substring(OPTION.length() + 1));
      } else if (args[i].equals(OPTION) && i + 1 < args.length) {
        asked = of(args[i + 1]);
      }
    }
    return asked;
  }

  private static ColorMode of(String word) {
    for (ColorMode mode : values()) {
      if (mode.name().equals(word)) {
        return mode;
      }
    }
    return auto;
  }

  /**
   * Whether one stream gets colour. {@code NO_COLOR} (no-color.org), where set and not empty, and a
   * {@code TERM} of {@code dumb} count in {@code auto} alone.
   *
   * @param terminal whether this very stream is a terminal
   */
  boolean colours(boolean terminal, Map<String, String> environment) {
    return switch (this) {
      case always -> true;
      case never -> false;
      case auto ->
          terminal
              && environment.getOrDefault("NO_COLOR", "").isEmpty()
              && !environment.getOrDefault("TERM", "").equals("dumb");
    };
  }
}
