package dev.writ.dsl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.writ.core.model.Json;
import dev.writ.core.model.JsonException;
import dev.writ.core.model.JsonReader;
import org.junit.jupiter.api.Test;

final class ExplainCommandTest {
  private static final String FROZEN =
      "{\"subject\":{\"type\":\"User\",\"id\":\"ann\"},\"action\":{\"name\":\"restart\"},"
          + "\"resource\":{\"type\":\"Service\",\"id\":\"vault\"}}";

  private static Run explain(Run.Setting setting, String... more) {
    String[] args = {
      "explain", "--policies", Samples.policies(), "--entities", Samples.file("entities.json")
    };
    String[] all = new String[args.length + more.length];
    System.arraycopy(args, 0, all, 0, args.length);
    System.arraycopy(more, 0, all, args.length, more.length);
    return setting.input(FROZEN.getBytes(java.nio.charset.StandardCharsets.UTF_8)).writ(all);
  }

  @Test
  void denial_isExplainedStepByStepWithWhatIsMissing() {
    Run run = explain(new Run.Setting());
    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isEqualTo(ExitCode.FINDINGS);
    assertThat(run.out())
        .isEqualTo(
            """
            DENY  restart by User::"ann" on Service::"vault"
              reason         forbidden
              because        the service is frozen
              agent is told  not permitted as it stands: ask for grant `payments.agents.break_glass`
              rules          payments.agents/change freeze
              remedies       grant payments.agents.break_glass

            deny: forbidden
            ├─ 1 admission: passed
            ├─ 2 forbids: true
            │  └─ payments.agents/change freeze: true
            │     └─ resource.frozen and not granted payments.agents.break_glass: true
            │        ├─ resource.frozen: true
            │        └─ not granted payments.agents.break_glass: true
            │           └─ granted payments.agents.break_glass: false
            ├─ 3 scopes
            ├─ 4 permits and grants
            │  ├─ payments.agents/people run what their team owns: true
            │  │  └─ principal in resource.team: true
            │  │     └─ resource.team: payments.agents.Team::"sre"
            │  └─ 1 other rule says nothing of this request
            └─ missing: any one of these
               └─ grant payments.agents.break_glass
            """);
  }

  @Test
  void explanation_withAll_leavesNothingOut() {
    assertThat(explain(new Run.Setting(), "--all").out())
        .contains("read what your owner's team runs: false", "resource: payments.agents.Service::");
  }

  @Test
  void explanation_onATerminal_isColoured() {
    assertThat(explain(new Run.Setting().outTerminal()).out())
        .contains("\u001b[31mDENY\u001b[0m", "\u001b[1mresource.frozen: true\u001b[0m");
  }

  @Test
  void explanation_asJson_holdsDecisionAndTree() throws JsonException {
    Run run = explain(new Run.Setting(), "--json");
    Json.Obj json = (Json.Obj) JsonReader.read(run.out());
    assertThat(json.members().keySet())
        .containsExactlyInAnyOrder("decision", "context", "writ", "explanation");
    assertThat(run.code()).isEqualTo(ExitCode.FINDINGS);
  }

  @Test
  void plan_ofPolicies_hasALineForEachSlice() {
    Run run = Run.writ("explain", "--policies", Samples.policies(), "--plan");
    assertThat(run.err()).isEmpty();
    assertThat(run.out().lines())
        .hasSize(10)
        .contains(
            "By the executable semantics, when asked for: until when a decision holds, when to retry,")
        .first()
        .asString()
        .startsWith("payments.agents.deploy by payments.agents.Agent on payments.agents.Service: ")
        .contains("1 rule; masks of ", " conditions; ");
    assertThat(run.code()).isZero();
    Run asJson = Run.writ("explain", "--policies", Samples.policies(), "--plan", "--json");
    assertThat(asJson.out()).startsWith("{\n  \"plan\": [\n    \"payments.agents.deploy by ");
  }

  @Test
  void plan_andARequest_excludeEachOther() {
    Run run = Run.writ("explain", "--policies", Samples.policies(), "--plan", "--request", "r");
    assertThat(run.err()).startsWith("error: ").contains("--plan");
    assertThat(run.code()).isEqualTo(ExitCode.USAGE);
  }
}
