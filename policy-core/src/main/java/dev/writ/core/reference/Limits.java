package dev.writ.core.reference;

import dev.writ.core.decision.Truth;
import dev.writ.core.ir.Limit;
import java.util.List;
import java.util.OptionalLong;

/**
 * Step 5 of a decision: a limit that on some R(i) would be passed, or is an error.
 *
 * @param readings every limit, observed ones among them
 */
record Limits(List<LimitReading> readings) {

  Limits {
    readings = List.copyOf(readings);
  }

  static Limits of(Asked asked, Judge judge, AuthorityFacts authority) {
    return new Limits(
        judge.world().policies().limits().stream()
            .map(limit -> LimitReading.of(limit, asked, judge, authority))
            .toList());
  }

  /** The disjunction of all limits that enter decisions. */
  Truth truth() {
    return determining().stream().map(LimitReading::truth).reduce(Truth.FALSE, Truth::or);
  }

  /** The limits that deny. */
  List<LimitReading> determining() {
    return readings.stream()
        .filter(reading -> !reading.limit().observed() && reading.truth() != Truth.FALSE)
        .toList();
  }

  /** The earliest instant after now at which a limit's answer changes. */
  OptionalLong nextChange() {
    return readings.stream()
        .map(LimitReading::nextChange)
        .filter(OptionalLong::isPresent)
        .mapToLong(OptionalLong::getAsLong)
        .min();
  }

  /** The ids of these. */
  static List<String> ids(List<LimitReading> readings) {
    return readings.stream().map(LimitReading::limit).map(Limit::id).toList();
  }
}
