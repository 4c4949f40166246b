package dev.writ.bench.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReportTest {
  private static final String RESULTS =
      """
      {"machine": {"processor": "P", "processors": 2, "memoryGiB": 24, "os": "O", "java": "J",
                   "at": "2026-01-01T00:00:00Z", "loadBefore": 0.5},
       "results": [%s]}
      """
          .formatted(
              String.join(
                  ",",
                  result("floor", "s1", "avgt", 20, 0),
                  result("writ", "s1", "avgt", 30, 0),
                  result("cedar-java", "s1", "avgt", 80_000, 12_345),
                  result("floor", "s4", "avgt", 100, 0),
                  result("writ", "s4", "avgt", 450, 16),
                  result("writ", "s4", "sample", 470, 16)));

  @TempDir private Path folder;
  private Results results;

  private static String result(
      String contender, String scenario, String mode, double nanos, double bytes) {
    return """
        {"mode": "%s", "threads": 1, "params": {"contender": "%s", "scenario": "%s"},
         "primaryMetric": {"score": %s, "scorePercentiles": {"50.0": 400, "99.0": 1500, "99.9": 9000}},
         "secondaryMetrics": {"cpu": {"score": %s}, "gc.alloc.rate.norm": {"score": %s}}}
        """
        .formatted(mode, contender, scenario, nanos * 2, nanos, bytes);
  }

  @BeforeEach
  void read() throws IOException {
    Path file = folder.resolve("comparison.json");
    Files.writeString(file, RESULTS);
    results = Results.read(file);
  }

  @Test
  void page_ofResults_hasARowForEachScenario() {
    assertThat(new ComparisonTable(results, name -> name + "!").page())
        .contains("Machine: P, 2 processors, 24 GiB, O, J, at 2026-01-01T00:00:00Z")
        .contains("| scenario | floor | writ | cedar-java |\n")
        .contains("| s1! | 20 ns | 30 ns (1.5×) | 80 µs (4,000×) |\n")
        .contains("| s1! | 0 B | 0 B | 12 kB |\n")
        .contains("| s4! | 100 ns | 450 ns (4.5×) | – |\n")
        .contains("| s1 | 1.5× floor, 0 B | at most 1.5× floor, 0 B | met |\n")
        .contains("| s4 | p50 400 ns, p99 1.5 µs | p50 under 1 µs, p99 under 5 µs | met |\n")
        .contains("| s4! | writ | 400 ns | 1.5 µs | 9.0 µs |\n");
  }

  @Test
  void svg_ofResults_isXmlWithABarForEach() throws Exception {
    String svg = new Chart(results, List.of("floor", "writ", "cedar-java"), name -> name).svg();

    DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
    assertThat(svg.split("<rect ", -1)).hasSize(1 + 1 + 3);
    assertThat(svg.split("<line class=\"line\"", -1)).hasSize(1 + 2);
    assertThat(svg).contains(">80 µs, 4,000× by hand<", ">1 µs<", "prefers-color-scheme: dark");
  }

  @Test
  void chart_ofNothingThatIsThere_isRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Chart(results, List.of("opa"), name -> name))
        .withMessage("there are no results of [opa]");
  }

  @Test
  void only_someScenarios_leavesOthersOut() {
    assertThat(results.only(List.of("s4", "s9")).measurements())
        .extracting(Measurement::scenario)
        .containsOnly("s4");
  }

  @ParameterizedTest
  @CsvSource({"/usr/lib/jvm/bin/java,java", "C:\\jdk\\bin\\java.exe,java.exe", "java,java"})
  void result_ofARun_doesNotSayWhereTheJvmLies(String jvm, String left) {
    ObjectNode result = JsonNodeFactory.instance.objectNode().put("jvm", jvm).put("threads", 1);

    assertThat(Results.withoutPlace(result)).isEqualTo(result.deepCopy().put("jvm", left));
  }

  @Test
  void write_andRead_isTheSame() throws IOException {
    Path copy = folder.resolve("copy.json");
    results.write(copy);

    assertThat(Results.read(copy).measurements()).isEqualTo(results.measurements());
  }
}
