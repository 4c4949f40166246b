package dev.writ.dsl.compile;

import dev.writ.dsl.check.CheckLimits;
import dev.writ.dsl.parse.ParseLimits;
import java.util.Objects;

/**
 * What files and policy sets may hold at most. Each limit has an error of its own. Immutable.
 *
 * @param parse limits on one file
 * @param check limits on the set and its conditions
 */
public record CompileLimits(ParseLimits parse, CheckLimits check) {

  /** The usual limits. */
  public static final CompileLimits DEFAULT =
      new CompileLimits(ParseLimits.defaults(), CheckLimits.DEFAULT);

  /**
   * Checks that both are there.
   *
   * @throws NullPointerException if one is null
   */
  public CompileLimits {
    Objects.requireNonNull(parse, "parse");
    Objects.requireNonNull(check, "check");
  }

  /** Returns these limits with others on one file. */
  public CompileLimits withParse(ParseLimits limits) {
    return new CompileLimits(limits, check);
  }

  /** Returns these limits with others on the set. */
  public CompileLimits withCheck(CheckLimits limits) {
    return new CompileLimits(parse, limits);
  }
}
