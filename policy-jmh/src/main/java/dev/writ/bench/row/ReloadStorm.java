package dev.writ.bench.row;

import dev.writ.bench.scenario.Policies;
import dev.writ.bench.scenario.Scenario;
import dev.writ.bench.scenario.Scenarios;
import dev.writ.core.decision.Decision;
import dev.writ.core.engine.PolicyEngine;
import dev.writ.core.ir.PolicySet;
import dev.writ.core.ir.PolicySetHash;
import dev.writ.core.model.Request;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/**
 * The rules of s1 and the same with one more forbid take turns, while requests are decided. A
 * decision must be that of the set whose hash it carries, and not of a set that had been replaced
 * before it was asked for.
 */
final class ReloadStorm extends Storm {
  private final Scenario scenario = Scenarios.make("s1");
  private final PolicySet usual = scenario.policies().compile();
  private final PolicySet strict =
      new Policies(
              List.of(
                  scenario.policies().files().get(0)
                      + "forbid \"large\" edit by User on Doc when args.amount >= 500;\n"))
          .compile();
  private final String strictHash = PolicySetHash.of(strict);
  private final Request[] requests = scenario.requests().toArray(Request[]::new);
  private final boolean[] large = new boolean[requests.length];
  private final PolicyEngine engine =
      PolicyEngine.builder(usual)
          .entities(scenario.entities())
          .clock(InstantSource.fixed(Instant.ofEpochMilli(scenario.nowMillis())))
          .callerSupports("log", "notify", "alert")
          .build();

  /** Reloads begun, and reloads done; odd: the strict set. */
  private volatile long begun;

  private volatile long done;
  private int next;

  ReloadStorm(StormPlan plan) {
    super(plan);
    for (int i = 0; i < requests.length; i++) {
      large[i] = Long.parseLong(String.valueOf(amount(requests[i]))) >= 500;
    }
  }

  private static String amount(Request request) {
    return String.valueOf(request.args().get("amount")).replaceAll("[^0-9]", "");
  }

  @Override
  String name() {
    return "100 reloads a second";
  }

  @Override
  void change() {
    long number = begun + 1;
    begun = number;
    if (!engine.reload(number % 2 == 1 ? strict : usual).applied()) {
      throw new IllegalStateException("a reload was refused");
    }
    done = number;
  }

  @Override
  boolean decidesRight() {
    int number = next;
    next = number + 1 & requests.length - 1;
    long before = done;
    Decision decision = engine.decide(requests[number]);
    long after = begun;
    boolean byStrict = decision.verdict().policySet().equals(strictHash);
    boolean could = after > before || byStrict == (before % 2 == 1);
    boolean expected = scenario.floor().permits(number) && !(byStrict && large[number]);
    return could && decision.wouldPermit() == expected;
  }
}
