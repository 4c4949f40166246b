package dev.writ.dsl.cli;

import java.util.Locale;

/** Numbers in words for people. */
final class Words {
  private Words() {}

  /** For example {@code 1 test}, {@code 2 tests}, {@code 12,000 tests}. */
  static String count(long number, String noun) {
    return String.format(Locale.ROOT, "%,d %s%s", number, noun, number == 1 ? "" : "s");
  }
}
