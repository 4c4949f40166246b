package dev.writ.dsl.cli;

import dev.writ.core.ir.PolicySet;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code writ decide}: what policies say of requests. */
@Command(
    name = "decide",
    description = {
      "Decides requests in the JSON of OpenID AuthZEN, one a line on standard input or in a"
          + " file.",
      "A request may say what only an enforcement point knows, in a member \"writ\":"
          + " {\"onBehalfOf\": [{\"type\", \"id\"}], \"session\": \"id\","
          + " \"sources\": {\"arg\": \"user\"}}. Nothing is spent: a permit that would use up a"
          + " grant counts as not permitted until it is authorised.",
      "With --tool-calls a line is a call of a tool, which the policies' tool bindings turn into a"
          + " request: {\"server\", \"tool\", \"arguments\", \"digest\", \"principal\":"
          + " {\"type\", \"id\"}, \"chain\": [], \"session\", \"facts\", \"sources\"}, or with"
          + " \"call\": {\"method\": \"tools/call\", \"params\": {}} in place of tool and"
          + " arguments."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:Every request is permitted.",
      "1:A request is denied, or permitted only once it is authorised.",
      "2:The command line is wrong.",
      "3:The policies do not compile, or the bundle is refused.",
      "4:A file or a line of input cannot be read; other lines were decided."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  writ decide --policies policies/ --entities entities.json \\",
      "      --request request.json",
      "  writ decide --policies policies/ --entities entities.json \\",
      "      --authority authority.json --at 2026-03-02T10:00:00Z < requests.jsonl",
      "  writ decide --policies policies/ --entities entities.json \\",
      "      --tool-calls calls.jsonl",
      "  writ decide --bundle payments.writb --trust ci=ci.pub.pem \\",
      "      --entities entities.json < requests.jsonl",
      "  writ decide --policies policies/ --entities entities.json --json \\",
      "      < requests.jsonl | jq -c 'select(.decision | not) | .writ.verdict'"
    })
final class DecideCommand implements Callable<Integer> {
  private final Shell shell;

  @Mixin private WorldOptions world = new WorldOptions();

  @ArgGroup private RequestFiles input = new RequestFiles();

  @Option(names = "--json", description = "Write one JSON object a line for each decision.")
  private boolean json;

  DecideCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    Optional<PolicySet> policies = world.policySet(shell);
    if (policies.isEmpty()) {
      return ExitCode.POLICY;
    }
    try (Decider decider = new Decider(World.load(policies.get(), world, shell))) {
      Path request = input.request();
      if (request != null) {
        return one(decider, request);
      }
      Path calls = input.toolCalls();
      return calls == null
          ? new DecideMany(decider, shell, json).run(input.requests())
          : new DecideMany(decider.calls(), shell, json).run(calls);
    }
  }

  private int one(Decider decider, Path file) {
    Answer answer = Requests.answerOne(decider, file, shell);
    if (json) {
      shell.out().line(answer.line());
    } else {
      new DecisionText(shell.out()).print(answer);
    }
    return answer.decision().permitted() ? ExitCode.OK : ExitCode.FINDINGS;
  }
}
