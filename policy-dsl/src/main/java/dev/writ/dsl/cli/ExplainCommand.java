package dev.writ.dsl.cli;

import dev.writ.core.decision.Verdict;
import dev.writ.core.engine.PolicyEngine;
import dev.writ.core.ir.PolicySet;
import dev.writ.core.model.DataLimits;
import dev.writ.core.model.Json;
import dev.writ.core.model.JsonWriter;
import dev.writ.core.model.Request;
import dev.writ.core.reference.Circumstances;
import dev.writ.core.reference.ExplainNode;
import dev.writ.core.reference.Reference;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code writ explain}: why a request is decided as it is, and what would change that. */
@Command(
    name = "explain",
    description = {
      "Shows why a request is permitted or denied: each step, each rule that was considered, what"
          + " each condition came to, and what is missing.",
      "The request is in the JSON of OpenID AuthZEN, as `writ decide` takes it."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:The request is permitted, or the plan is shown.",
      "1:The request is denied, or permitted only once it is authorised.",
      "2:The command line is wrong.",
      "3:The policies do not compile, or the bundle is refused.",
      "4:A file or the request cannot be read."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  writ explain --policies policies/ --entities entities.json \\",
      "      --request request.json",
      "  sed -n 17p requests.jsonl | writ explain --policies policies/ \\",
      "      --entities entities.json --all",
      "  writ explain --policies policies/ --plan"
    })
final class ExplainCommand implements Callable<Integer> {
  private final Shell shell;

  @Mixin private WorldOptions world = new WorldOptions();

  @ArgGroup private Input input = new Input();

  @Option(
      names = "--all",
      description = "Leave nothing out: also rules that say nothing of the request.")
  private boolean all;

  @Option(names = "--json", description = "Write one JSON object.")
  private boolean json;

  ExplainCommand(Shell shell) {
    this.shell = shell;
  }

  /** What is explained; one of these. */
  private static final class Input {
    @Option(
        names = "--request",
        paramLabel = "FILE",
        description = "A file with one request. Default: standard input.")
    private @Nullable Path request;

    @Option(
        names = "--tool-call",
        paramLabel = "FILE",
        arity = "0..1",
        fallbackValue = "-",
        description =
            "A call of a tool, as `writ decide --tool-calls` takes it, in a file or on standard"
                + " input, instead of a request.")
    private @Nullable Path toolCall;

    @Option(
        names = "--plan",
        description =
            "No request, but how the policies are decided: of each slice (an action, a type of"
                + " principal, a type of resource) what its rules are found by.")
    private boolean plan;
  }

  @Override
  public Integer call() {
    Optional<PolicySet> policies = world.policySet(shell);
    if (policies.isEmpty()) {
      return ExitCode.POLICY;
    }
    World loaded = World.load(policies.get(), world, shell);
    if (input.plan) {
      return plan(loaded);
    }
    try (Decider decider = new Decider(loaded)) {
      Answer answer = answer(decider);
      show(answer, explain(loaded, answer));
      return answer.decision().permitted() ? ExitCode.OK : ExitCode.FINDINGS;
    }
  }

  private int plan(World loaded) {
    try (PolicyEngine engine = loaded.engine(loaded.policies())) {
      List<String> lines = engine.describePlan();
      if (json) {
        List<Json> plan = lines.stream().<Json>map(Json::of).toList();
        shell.out().line(JsonWriter.pretty(Json.object().put("plan", plan).build()));
      } else {
        lines.forEach(line -> shell.out().line(Visible.of(line)));
      }
      return ExitCode.OK;
    }
  }

  private Answer answer(Decider decider) {
    return input.toolCall == null
        ? Requests.answerOne(decider, input.request, shell)
        : Requests.answerOne(decider.calls(), input.toolCall, shell);
  }

  private static ExplainNode explain(World loaded, Answer answer) {
    Circumstances circumstances =
        new Circumstances(
            loaded.store(),
            loaded.authority(),
            answer.decision().nowMillis(),
            0,
            Circumstances.Health.GOOD);
    Reference reference = new Reference(loaded.policies());
    Request request = answer.request();
    if (request != null) {
      return reference.assess(request, circumstances, DataLimits.DEFAULT).explain();
    }
    Verdict verdict = answer.decision().verdict();
    return reference
        .refuse(verdict.reason(), verdict.place(), verdict.message(), circumstances)
        .explain();
  }

  private void show(Answer answer, ExplainNode explanation) {
    if (json) {
      Json.Obj known = answer.toJson();
      var whole = Json.object();
      known.members().forEach(whole::put);
      shell.out().line(JsonWriter.pretty(whole.put("explanation", explanation.toJson()).build()));
      return;
    }
    new DecisionText(shell.out()).print(answer);
    shell.out().line("");
    shell.out().print(ExplanationTree.of(explanation, all).render(shell.out().colour()));
  }
}
