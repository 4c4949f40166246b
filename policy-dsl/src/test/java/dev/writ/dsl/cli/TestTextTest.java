package dev.writ.dsl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.writ.core.model.JsonWriter;
import dev.writ.dsl.bench.Meter;
import dev.writ.dsl.policytest.CoverageLine;
import dev.writ.dsl.policytest.InvariantOutcome;
import dev.writ.dsl.policytest.Mismatch;
import dev.writ.dsl.policytest.Place;
import dev.writ.dsl.policytest.TestOutcome;
import dev.writ.dsl.policytest.TestReport;
import dev.writ.dsl.report.JUnitXml;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class TestTextTest {
  private static final Mismatch MISMATCH =
      new Mismatch(
          new Place("sre.writ", 12, 3), "deny no_permit", "permit permitted", "line one\nline two");

  private static final TestReport MIXED =
      new TestReport(
          List.of(
              new TestOutcome(
                  "sre", "bots may read", new Place("sre.writ", 4, 1), 3, 0.5, List.of()),
              new TestOutcome(
                  "sre", "bots stop", new Place("sre.writ", 9, 1), 1, 0.25, List.of(MISMATCH)),
              new TestOutcome(
                  "sre", "says nothing", new Place("sre.writ", 20, 1), 0, 0, List.of())),
          List.of(
              new InvariantOutcome("sre/never alone", 4, List.of()),
              new InvariantOutcome("sre/never at night", 0, List.of())),
          List.of(
              new CoverageLine("permit", "sre/read", true, true, true),
              new CoverageLine("may", "sre.bots #1", true, false, true),
              new CoverageLine("may", "sre.bots #2", true, false, false)));

  @Test
  void report_withFailures_saysWhereWhatAndWhy() {
    assertThat(text(MIXED, true))
        .isEqualTo(
            """
                  test           module  checks
            ────  ─────────────  ──────  ──────
            pass  bots may read  sre          3
            FAIL  bots stop      sre          1
            FAIL  says nothing   sre          0

            FAIL bots stop
              sre.writ:12
                expected  deny no_permit
                got       permit permitted
                why       line one
                          line two

            FAIL says nothing
              sre.writ:20: the test expects nothing, so it tests nothing

                     invariant           tried on
            ───────  ──────────────────  ────────
            held     sre/never alone            4
            untried  sre/never at night         0

            kind    rule or clause  true  false
            ──────  ──────────────  ────  ─────────
            permit  sre/read        seen  seen
            may     sre.bots #1     seen  never
            may     sre.bots #2     seen  cannot be

            3 tests, 2 failed; 2 invariants held; 2 of 3 rules and clauses seen true, and false where they can be
            """);
  }

  @Test
  void report_asJson_holdsEverything() {
    assertThat(JsonWriter.canonical(TestJson.of(MIXED)))
        .startsWith(
            "{\"coverage\":[{\"conditional\":true,\"false\":true,\"id\":\"sre/read\",\"kind\":\"permit\"")
        .contains("\"passed\":false")
        .contains(
            "{\"column\":3,\"expected\":\"deny no_permit\",\"file\":\"sre.writ\","
                + "\"got\":\"permit permitted\",\"line\":12,\"why\":\"line one\\nline two\"}");
  }

  @Test
  void report_asJUnit_hasASuiteForEachFileAndOneForInvariants() {
    assertThat(JUnitXml.write(TestJson.suites(MIXED)))
        .contains("<testsuite name=\"sre.writ\" tests=\"3\" failures=\"2\"")
        .contains("<testsuite name=\"invariants\" tests=\"2\" failures=\"0\"")
        .contains("message=\"sre.writ:12: expected deny no_permit, got permit permitted\"")
        .contains("message=\"the test expects nothing\"");
  }

  @Test
  void report_withoutTests_hasNotPassed() {
    assertThat(new TestReport(List.of(), List.of(), List.of()).passed()).isFalse();
    assertThat(MIXED.passed()).isFalse();
    TestOutcome good = MIXED.tests().get(0);
    assertThat(new TestReport(List.of(good), MIXED.invariants(), List.of()).passed()).isTrue();
    InvariantOutcome broken = new InvariantOutcome("sre/x", 1, List.of(MISMATCH));
    assertThat(new TestReport(List.of(good), List.of(broken), List.of()).passed()).isFalse();
  }

  private static String text(TestReport report, boolean coverage) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Shell shell =
        new Shell(
            new ByteArrayInputStream(new byte[0]),
            false,
            new Output(out, false),
            new Output(new ByteArrayOutputStream(), false),
            Map.of(),
            InstantSource.fixed(Run.NOW),
            Meter.ofProcess());
    new TestText(shell).print(report, coverage);
    shell.out().flush();
    return out.toString(StandardCharsets.UTF_8);
  }
}
