package dev.writ.examples.sreagents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

final class ProductionDeployTest {

  @Test
  void tell_oneDeploy_goesFromDenyThroughEachVoteToPermitAndBack() throws IOException {
    String story = story();
    assertThat(found("(?:DENY|PERMIT) \\(\\w+\\)", story))
        .containsExactly(
            "DENY (no_permit)", "DENY (no_permit)", "PERMIT (permitted)", "DENY (no_permit)");
    assertThat(found("\\d+ more of", story)).hasSize(5);
    assertThat(found("votes yes, and the vote is refused", story)).hasSize(2);
    assertThat(story)
        .contains("grant sre.prod_deploy, which needs approval sre.deploy_review")
        .contains("until 10:37");
  }

  private static String story() throws IOException {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(text, true, StandardCharsets.UTF_8);
    new ProductionDeploy(Scenario.read(Path.of("sre-agents")), out).tell();
    return text.toString(StandardCharsets.UTF_8);
  }

  private static List<String> found(String regex, String text) {
    return Pattern.compile(regex).matcher(text).results().map(MatchResult::group).toList();
  }
}
