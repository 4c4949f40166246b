package dev.writ.dsl.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class JUnitXmlTest {

  @Test
  void write_passAndFailure_givesTheFormOfBuildServers() {
    TestSuite suite =
        new TestSuite(
            "sre",
            List.of(
                new TestSuite.TestCase("passes", 0.0125, null),
                new TestSuite.TestCase("fails <&>", 1, "expected \"permit\"\ngot deny\u0000")));
    assertThat(JUnitXml.write(List.of(suite)))
        .startsWith("<?xml version=\"1.0\" encoding=\"UTF-8\"?>")
        .contains("<testsuite name=\"sre\" tests=\"2\" failures=\"1\" errors=\"0\" skipped=\"0\">")
        .contains("<testcase classname=\"sre\" name=\"passes\" time=\"0.013\">")
        .contains("name=\"fails &lt;&amp;&gt;\"")
        .contains(
            "<failure message=\"expected &quot;permit&quot;\">expected \"permit\"\ngot deny\uFFFD</failure>")
        .endsWith("</testsuites>\n");
  }
}
