package dev.writ.bench.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * One line of JMH's results: a contender on a scenario.
 *
 * @param scenario the scenario
 * @param contender the contender
 * @param mode JMH's word for how it was measured, {@code avgt} or {@code sample}
 * @param threads by how many threads at once
 * @param wall by the clock on the wall, nanoseconds a decision
 * @param cpu by the processor's clock, nanoseconds a decision, all threads together
 * @param bytes allocated a decision
 * @param percentiles of single decisions, nanoseconds by percentile ({@code 99.0}); only of samples
 */
record Measurement(
    String scenario,
    String contender,
    String mode,
    int threads,
    double wall,
    double cpu,
    double bytes,
    Map<String, Double> percentiles) {
  Measurement {
    percentiles = Map.copyOf(percentiles);
  }

  /** A percentile of single decisions, nanoseconds, or not a number where there are none. */
  double percentile(String percent) {
    return percentiles.getOrDefault(percent, Double.NaN);
  }

  /** Whether it is the average of one thread, as tables and charts show it. */
  boolean isAverage() {
    return mode.equals("avgt") && threads == 1;
  }

  /** All lines of an array as JMH writes it, in its order. */
  static List<Measurement> all(JsonNode results) {
    return StreamSupport.stream(results.spliterator(), false)
        .map(Measurement::of)
        .sorted(Comparator.comparing(Measurement::mode))
        .toList();
  }

  private static Measurement of(JsonNode result) {
    JsonNode metric = result.path("primaryMetric");
    JsonNode others = result.path("secondaryMetrics");
    Map<String, Double> percentiles =
        metric.path("scorePercentiles").properties().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().asDouble()));
    return new Measurement(
        result.at("/params/scenario").asText(),
        result.at("/params/contender").asText(),
        result.path("mode").asText(),
        result.path("threads").asInt(),
        metric.path("score").asDouble(),
        others.path("cpu").path("score").asDouble(),
        others.path("gc.alloc.rate.norm").path("score").asDouble(),
        percentiles);
  }
}
