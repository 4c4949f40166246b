package dev.writ.dsl.cli;

import dev.writ.core.model.Json;
import dev.writ.core.model.JsonObject;
import dev.writ.dsl.policytest.CoverageLine;
import dev.writ.dsl.policytest.InvariantOutcome;
import dev.writ.dsl.policytest.Mismatch;
import dev.writ.dsl.policytest.Place;
import dev.writ.dsl.policytest.TestOutcome;
import dev.writ.dsl.policytest.TestReport;
import dev.writ.dsl.report.TestSuite;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;

/** A test report in the forms that machines read. */
final class TestJson {
  private TestJson() {}

  static Json of(TestReport report) {
    return Json.object()
        .put("passed", report.passed())
        .put("tests", report.tests().stream().map(TestJson::of).toList())
        .put("invariants", report.invariants().stream().map(TestJson::of).toList())
        .put("coverage", report.coverage().stream().map(TestJson::of).toList())
        .build();
  }

  private static Json of(TestOutcome test) {
    JsonObject json =
        Json.object()
            .put("module", test.module())
            .put("name", test.name())
            .put("passed", test.passed())
            .put("checks", test.expectations());
    place(json, test.place());
    return json.put("failures", test.mismatches().stream().map(TestJson::of).toList()).build();
  }

  private static Json of(InvariantOutcome invariant) {
    return Json.object()
        .put("id", invariant.id())
        .put("held", invariant.held())
        .put("tried", invariant.tried())
        .put("breaches", invariant.breaches().stream().map(TestJson::of).toList())
        .build();
  }

  private static Json of(CoverageLine line) {
    return Json.object()
        .put("kind", line.kind())
        .put("id", line.id())
        .put("true", line.held())
        .put("false", line.failed())
        .put("conditional", line.conditional())
        .build();
  }

  private static Json of(Mismatch mismatch) {
    JsonObject json =
        Json.object()
            .put("expected", mismatch.expected())
            .put("got", mismatch.got())
            .put("why", mismatch.why());
    place(json, mismatch.place());
    return json.build();
  }

  private static void place(JsonObject json, Place place) {
    json.put("file", place.file()).put("line", place.line()).put("column", place.column());
  }

  /** The suites of JUnit's form: one a file of tests, and one of all invariants. */
  static List<TestSuite> suites(TestReport report) {
    Map<String, List<TestSuite.TestCase>> files = new TreeMap<>();
    for (TestOutcome test : report.tests()) {
      files.computeIfAbsent(test.place().file(), file -> new ArrayList<>()).add(testCase(test));
    }
    List<TestSuite> suites = new ArrayList<>();
    files.forEach((file, cases) -> suites.add(new TestSuite(file, cases)));
    if (!report.invariants().isEmpty()) {
      suites.add(
          new TestSuite(
              "invariants", report.invariants().stream().map(TestJson::testCase).toList()));
    }
    return suites;
  }

  private static TestSuite.TestCase testCase(TestOutcome test) {
    String nothing = test.expectations() == 0 ? "the test expects nothing" : "it failed";
    return new TestSuite.TestCase(
        test.name(),
        test.seconds(),
        test.passed() ? null : test.mismatches().isEmpty() ? nothing : text(test.mismatches()));
  }

  private static TestSuite.TestCase testCase(InvariantOutcome invariant) {
    return new TestSuite.TestCase(
        invariant.id(), 0, invariant.held() ? null : text(invariant.breaches()));
  }

  private static String text(List<Mismatch> mismatches) {
    StringJoiner lines = new StringJoiner("\n");
    for (Mismatch mismatch : mismatches) {
      lines.add(mismatch.place() + ": expected " + mismatch.expected() + ", got " + mismatch.got());
      lines.add(mismatch.why());
    }
    return lines.toString().strip();
  }
}
