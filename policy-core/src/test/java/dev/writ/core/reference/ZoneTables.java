package dev.writ.core.reference;

import dev.writ.core.ir.ZoneTable;
import java.time.Instant;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.List;

/** Zone tables for tests, made from those of the Java platform, 2020 to 2030. */
final class ZoneTables {
  static final long FROM = Instant.parse("2020-01-01T00:00:00Z").toEpochMilli();
  static final long UNTIL = Instant.parse("2030-01-01T00:00:00Z").toEpochMilli();

  private ZoneTables() {}

  static ZoneTable of(String zone) {
    ZoneRules rules = ZoneId.of(zone).getRules();
    List<ZoneTable.Transition> transitions = new ArrayList<>();
    Instant at = Instant.ofEpochMilli(FROM);
    int initial = rules.getOffset(at).getTotalSeconds();
    ZoneOffsetTransition next = rules.nextTransition(at);
    while (next != null && next.getInstant().toEpochMilli() < UNTIL) {
      transitions.add(
          new ZoneTable.Transition(
              next.getInstant().toEpochMilli(), next.getOffsetAfter().getTotalSeconds()));
      next = rules.nextTransition(next.getInstant());
    }
    return new ZoneTable(zone, "test", UNTIL, initial, transitions);
  }
}
