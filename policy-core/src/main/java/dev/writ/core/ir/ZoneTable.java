package dev.writ.core.ir;

import java.util.List;
import java.util.Objects;

/**
 * The offsets of a time zone, carried by the set so that a decision does not depend on the
 * machine's own tables.
 *
 * @param zone the IANA name
 * @param tzdata the version of the tables it was taken from
 * @param untilMillis the first instant (epoch milliseconds) the table says nothing about; a time
 *     condition there is an error
 * @param initialOffsetSeconds the offset before the first transition
 * @param transitions in order of time
 */
public record ZoneTable(
    String zone,
    String tzdata,
    long untilMillis,
    int initialOffsetSeconds,
    List<Transition> transitions) {
  public ZoneTable {
    Objects.requireNonNull(zone, "zone");
    Objects.requireNonNull(tzdata, "tzdata");
    transitions = List.copyOf(transitions);
  }

  /**
   * A change of offset.
   *
   * @param atMillis from when, epoch milliseconds
   * @param offsetSeconds the offset from then
   */
  public record Transition(long atMillis, int offsetSeconds) {}
}
