package dev.writ.core.reference;

import dev.writ.core.authority.ApprovalRecord;
import dev.writ.core.authority.Counter;
import dev.writ.core.authority.GrantRecord;
import dev.writ.core.ir.Approval;
import dev.writ.core.ir.GrantTemplate;
import dev.writ.core.ir.Limit;
import java.util.ArrayList;
import java.util.List;

/** Instants of decisions at random, epoch milliseconds: any hour, and those that matter. */
final class GeneratedInstants {
  private static final long MINUTE = 60_000;
  private static final long HOUR = 60 * MINUTE;
  private static final long TEN = Exprs.instant("2026-03-02T10:00:00Z").epochMillis();

  private GeneratedInstants() {}

  /** Ten o'clock, or another hour, at night and weeks later too. */
  static long any(Dice dice) {
    if (dice.percent(50)) {
      return TEN;
    }
    long day = dice.percent(20) ? dice.of(1, 27, 28, 40) * 24 * HOUR : 0;
    return TEN + day + (dice.below(24) - 10) * HOUR + dice.of(0, 0, 1, 30, 59) * MINUTE;
  }

  /** When the state was made, a little later, or where time alone changes something. */
  static long after(Dice dice, GeneratedWorld world) {
    if (dice.percent(60)) {
      return world.clock();
    }
    List<Long> edges = edges(world);
    return edges.isEmpty() || dice.percent(30)
        ? world.clock() + dice.of(1, 59, 60, 61, 240) * MINUTE
        : dice.of(edges) + dice.of(-1, 0, 1);
  }

  /** Where time alone changes something. */
  static List<Long> edges(GeneratedWorld world) {
    List<Long> edges = new ArrayList<>();
    for (Counter counter : world.state().counters()) {
      for (Limit limit : world.policies().limits()) {
        if (limit.id().equals(counter.limit())
            && limit.window() instanceof Limit.Window.Rolling window) {
          long width = (window.millis() - 1) / 60 + 1;
          counter.buckets().keySet().forEach(start -> edges.add(start + window.millis()));
          counter.buckets().keySet().forEach(start -> edges.add(start + width + window.millis()));
        }
      }
    }
    world.state().grants().forEach(grant -> addOf(grant, world, edges));
    world.state().approvals().forEach(record -> addOf(record, world, edges));
    return edges;
  }

  private static void addOf(GrantRecord grant, GeneratedWorld world, List<Long> edges) {
    for (GrantTemplate template : world.policies().grants()) {
      if (template.id().equals(grant.template())) {
        edges.add(grant.startMillis());
        edges.add(grant.untilMillis());
        edges.add(grant.startMillis() + template.lastsMillis());
        if (template.review() != null) {
          edges.add(grant.startMillis() + template.review().withinMillis());
        }
      }
    }
  }

  private static void addOf(ApprovalRecord record, GeneratedWorld world, List<Long> edges) {
    for (Approval declared : world.policies().approvals()) {
      if (declared.id().equals(record.approval())) {
        edges.add(record.openedMillis() + declared.decideWithinMillis());
        record.votes().forEach(vote -> edges.add(vote.atMillis()));
        record.votes().forEach(vote -> edges.add(vote.atMillis() + declared.validForMillis()));
      }
    }
  }

  /** The start of a bucket that a limit with this window may have counted in. */
  static long bucket(Dice dice, Limit.Window window, long now) {
    if (window instanceof Limit.Window.Rolling rolling && dice.percent(70)) {
      long width = (rolling.millis() - 1) / 60 + 1;
      return now - Math.floorMod(now, width) - width * dice.of(0, 1, 30, 58, 59, 60, 61);
    }
    if (window instanceof Limit.Window.Calendar && dice.percent(70)) {
      long midnight = now - Math.floorMod(now + HOUR, 24 * HOUR);
      return midnight + dice.of(0L, 0L, -1L, 1L, -24 * HOUR);
    }
    return window instanceof Limit.Window.SessionLife ? 0 : now - dice.below(90) * MINUTE;
  }
}
