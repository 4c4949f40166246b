package dev.writ.bench.scenario;

import java.util.Locale;

/** Names of Java's enumerators as policies write them. */
final class Names {
  private Names() {}

  static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
