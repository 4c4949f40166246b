package dev.writ.core.engine;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * Names of decisions: {@code d-}, 24 hexadecimal digits that are random for each engine, {@code -}
 * and a number, counted up from 1 in hexadecimal. Unique in the engine, and over engines but for
 * chance. Thread-safe.
 */
final class DecisionIds implements Supplier<String> {

  private static final int RANDOM_BYTES = 12;

  private final String prefix;
  private final AtomicLong count = new AtomicLong();

  DecisionIds() {
    byte[] random = new byte[RANDOM_BYTES];
    new SecureRandom().nextBytes(random);
    prefix = "d-" + HexFormat.of().formatHex(random) + "-";
  }

  @Override
  public String get() {
    return prefix + Long.toHexString(count.incrementAndGet());
  }
}
