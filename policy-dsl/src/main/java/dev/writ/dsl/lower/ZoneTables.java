package dev.writ.dsl.lower;

import dev.writ.core.ir.ZoneTable;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.time.zone.ZoneRulesProvider;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;

/** Takes the tables of time zones from the Java runtime, so that decisions need it no more. */
final class ZoneTables {
  private static final Instant FROM = Instant.EPOCH;
  private static final Instant UNTIL = Instant.parse("2100-01-01T00:00:00Z");

  private ZoneTables() {}

  /** Returns the tables of zones that are known to exist. */
  static List<ZoneTable> of(SortedSet<String> zones) {
    return zones.stream().map(ZoneTables::of).toList();
  }

  private static ZoneTable of(String zone) {
    Map.Entry<String, ZoneRules> newest = ZoneRulesProvider.getVersions(zone).lastEntry();
    ZoneRules rules = newest.getValue();
    return new ZoneTable(
        zone,
        newest.getKey(),
        UNTIL.toEpochMilli(),
        seconds(rules.getOffset(FROM)),
        transitions(rules));
  }

  private static List<ZoneTable.Transition> transitions(ZoneRules rules) {
    List<ZoneTable.Transition> transitions = new ArrayList<>();
    ZoneOffsetTransition next = rules.nextTransition(FROM);
    while (next != null && next.getInstant().isBefore(UNTIL)) {
      transitions.add(
          new ZoneTable.Transition(
              next.getInstant().toEpochMilli(), seconds(next.getOffsetAfter())));
      next = rules.nextTransition(next.getInstant());
    }
    return transitions;
  }

  private static int seconds(ZoneOffset offset) {
    return offset.getTotalSeconds();
  }
}
