package dev.writ.dsl.check;

import dev.writ.dsl.ast.CalendarWindow;
import dev.writ.dsl.ast.LimitDecl;
import dev.writ.dsl.ast.LimitWindowVisitor;
import dev.writ.dsl.ast.RollingWindow;
import dev.writ.dsl.ast.WholeSession;
import dev.writ.dsl.check.expression.Problems;
import dev.writ.dsl.source.DiagnosticCode;
import dev.writ.dsl.source.Spelling;
import java.time.zone.ZoneRulesProvider;
import java.util.Set;

/** Checks over what time a limit counts; tells whether that can be. */
final class LimitWindows implements LimitWindowVisitor<Boolean> {
  private final LimitDecl limit;
  private final Problems problems;

  LimitWindows(LimitDecl limit, Problems problems) {
    this.limit = limit;
    this.problems = problems;
  }

  @Override
  public Boolean visitWholeSession(WholeSession node) {
    boolean session = LimitChecker.isSession(limit);
    if (!session) {
      problems.error(
          DiagnosticCode.MISSING_CLAUSE,
          limit.name().span(),
          "limit `" + limit.name().value() + "` does not say over what time it counts",
          "add `in 1h` or `each day(\"UTC\")`; only a limit for each session may leave it out");
    }
    return session;
  }

  @Override
  public Boolean visitRolling(RollingWindow node) {
    return Bounds.positive(node.length(), problems);
  }

  @Override
  public Boolean visitCalendar(CalendarWindow node) {
    Set<String> zones = ZoneRulesProvider.getAvailableZoneIds();
    String zone = node.zone().value();
    boolean known = zones.contains(zone);
    if (!known) {
      problems.error(
          DiagnosticCode.UNKNOWN_ZONE,
          node.zone().span(),
          "there is no time zone \"" + zone + "\"",
          Spelling.didYouMean(zone, zones).orElse("write an IANA name such as \"Europe/Berlin\""));
    }
    return known;
  }
}
