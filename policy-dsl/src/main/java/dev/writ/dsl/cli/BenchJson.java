package dev.writ.dsl.cli;

import dev.writ.core.model.Json;
import dev.writ.core.model.JsonObject;
import dev.writ.dsl.bench.BenchResult;
import dev.writ.dsl.bench.Histogram;
import dev.writ.dsl.bench.RuleCost;
import dev.writ.dsl.bench.SliceCost;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** What was measured as JSON. Durations are in nanoseconds, shares from 0 to 1. */
final class BenchJson {
  private static final int BARS = 200;

  private BenchJson() {}

  static Json of(BenchReport report) {
    BenchResult result = report.result();
    JsonObject json =
        Json.object()
            .put("requests", report.asked().questions().size())
            .put("rules", report.policies().rules().size())
            .put("threads", result.settings().threads())
            .put("decisions", result.decisions())
            .put("nanos", result.nanos())
            .put("perSecond", number(result.throughput()))
            .put("latency", latency(result.times()))
            .put("clock", clock(result));
    result.bytes().ifPresent(bytes -> json.put("bytesPerDecision", number(bytes)));
    return json.put("outcomes", report.asked().counts().toJson())
        .put("slices", result.slices().stream().map(BenchJson::of).toList())
        .put("ruleCosts", rules(report))
        .put("histogram", result.times().bars(BARS).stream().map(BenchJson::of).toList())
        .put("runtime", runtime())
        .build();
  }

  private static Json.Obj clock(BenchResult result) {
    return Json.object()
        .put("nanos", number(result.clockNanos()))
        .put("decisionsPerReading", result.batch())
        .build();
  }

  private static Json.Obj latency(Histogram times) {
    JsonObject json = Json.object().put("min", times.least());
    BenchReport.percentiles(times)
        .forEach((percent, nanos) -> json.put(BenchReport.name(percent), nanos));
    return json.put("max", times.most()).put("mean", number(times.mean())).build();
  }

  private static Json.Obj of(SliceCost slice) {
    JsonObject json = Json.object();
    if (slice.slot() != null) {
      json.put("action", slice.slot().action())
          .put("principalType", slice.slot().principalType())
          .put("resourceType", slice.slot().resourceType());
    }
    return json.put("valid", slice.slot() != null)
        .put("requests", slice.questions())
        .put("share", number(slice.share()))
        .put("latency", latency(slice.times()))
        .build();
  }

  private static Json.Obj rules(BenchReport report) {
    return Json.object()
        .put("speaking", report.result().rules().speaking())
        .put("noise", number(report.result().rules().noise()))
        .put(
            "measured",
            report.result().rules().measured().stream()
                .map(rule -> of(rule, report.tells(rule)))
                .toList())
        .build();
  }

  private static Json.Obj of(RuleCost rule, boolean tells) {
    return Json.object()
        .put("rule", rule.rule())
        .put("requests", rule.questions())
        .put("alone", number(rule.nanos()))
        .put("aboveNoise", tells)
        .build();
  }

  private static Json.Obj of(Histogram.Bar bar) {
    return Json.object()
        .put("from", bar.from())
        .put("below", bar.below())
        .put("count", bar.count())
        .build();
  }

  private static Json.Obj runtime() {
    Runtime runtime = Runtime.getRuntime();
    return Json.object()
        .put("java", Runtime.version().toString())
        .put("vm", System.getProperty("java.vm.name", ""))
        .put("os", System.getProperty("os.name", "") + " " + System.getProperty("os.arch", ""))
        .put("processors", runtime.availableProcessors())
        .put("maxHeapBytes", runtime.maxMemory())
        .build();
  }

  private static Json number(double value) {
    return new Json.Num(
        BigDecimal.valueOf(value)
            .setScale(4, RoundingMode.HALF_UP)
            .stripTrailingZeros()
            .toPlainString());
  }
}
