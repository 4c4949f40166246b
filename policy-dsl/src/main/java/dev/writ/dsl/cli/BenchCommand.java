package dev.writ.dsl.cli;

import dev.writ.core.ir.PolicySet;
import dev.writ.core.model.JsonWriter;
import dev.writ.dsl.bench.Bench;
import dev.writ.dsl.bench.BenchResult;
import dev.writ.dsl.bench.BenchSettings;
import dev.writ.dsl.report.Ink;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code writ bench}: what decisions cost. */
@Command(
    name = "bench",
    description = {
      "Measures what your decisions cost: latency percentiles, decisions a second, bytes a"
          + " decision, and the dearest slices and rules.",
      "The requests are those of `writ decide`, asked in their order over and over: give them in"
          + " the proportions of your service. They are read before; what is measured is the engine's"
          + " decide on a request it has not seen. Nothing is spent. What the figures mean: policy-dsl/docs/bench.md."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:The requests were measured, whether permitted or denied.",
      "2:The command line is wrong.",
      "3:The policies do not compile, or the bundle is refused.",
      "4:A file or a line of input cannot be read, or the page cannot be written; nothing was"
          + " measured."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  writ bench --policies policies/ --entities entities.json \\",
      "      < requests.jsonl",
      "  writ bench --policies policies/ --entities entities.json \\",
      "      --tool-calls calls.jsonl --seconds 20 --threads 2 --html bench.html",
      "  writ bench --bundle payments.writb --trust ci=ci.pub.pem --json \\",
      "      --request request.json | jq .latency.p99"
    })
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class BenchCommand implements Callable<Integer> {
  private static final double LONGEST = 86_400;
  private static final long MOST_THREADS = 1_024;
  private static final long MOST_ROUNDS = 1_000_000_000;

  private final Shell shell;

  @Spec private CommandSpec spec;

  @Mixin private WorldOptions world = new WorldOptions();

  @ArgGroup private RequestFiles input = new RequestFiles();

  @Option(
      names = "--seconds",
      paramLabel = "SECONDS",
      defaultValue = "5",
      description =
          "How long is measured; slices and rules take as long again. Default: ${DEFAULT-VALUE}.")
  private String seconds = "";

  @Option(
      names = "--warm-up",
      paramLabel = "SECONDS",
      defaultValue = "3",
      description = "How long is asked before that. Default: ${DEFAULT-VALUE}.")
  private String warmUp = "";

  @Option(
      names = "--rounds",
      paramLabel = "N",
      description =
          "Ask all requests so many times, on each thread, in place of a time for percentiles and"
              + " throughput.")
  private @Nullable String rounds;

  @Option(
      names = "--threads",
      paramLabel = "N",
      defaultValue = "1",
      description = "How many ask at once. Default: ${DEFAULT-VALUE}.")
  private String threads = "";

  @Option(
      names = "--html",
      paramLabel = "FILE",
      description = "Write a page with plots too, all in one file.")
  private @Nullable Path html;

  @Option(names = "--force", description = "Replace the page if it is there.")
  private boolean force;

  @Option(names = "--json", description = "Write one JSON object.")
  private boolean json;

  BenchCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    BenchSettings settings = settings();
    OutputFile page = page();
    Optional<PolicySet> policies = world.policySet(shell);
    if (policies.isEmpty()) {
      return ExitCode.POLICY;
    }
    World loaded = World.load(policies.get(), world, shell);
    BenchInput asked = new BenchInput(loaded, shell);
    asked.read(input);
    warn(asked);
    BenchReport report =
        new BenchReport(loaded.policies(), asked, measure(loaded, asked, settings));
    if (page != null) {
      page.write(new BenchPage(report).write().getBytes(StandardCharsets.UTF_8));
    }
    if (json) {
      shell.out().line(JsonWriter.pretty(BenchJson.of(report)));
    } else {
      new BenchText(shell).print(report, page == null ? null : page.path());
    }
    return ExitCode.OK;
  }

  private BenchResult measure(World loaded, BenchInput asked, BenchSettings settings) {
    Stage stage = new Stage(shell.err());
    try {
      return new Bench(
              shell.meter(),
              loaded::engine,
              loaded.policies(),
              asked.questions(),
              settings,
              stage::show)
          .run();
    } finally {
      stage.clear();
    }
  }

  private void warn(BenchInput asked) {
    long invalid = asked.counts().invalid();
    if (invalid > 0) {
      shell
          .err()
          .line(
              shell.err().paint(Ink.WARN, "warning")
                  + ": "
                  + Words.count(invalid, "request")
                  + " of "
                  + asked.questions().size()
                  + " cannot be valid under these policies: refusing them is what is measured");
    }
  }

  private @Nullable OutputFile page() {
    if (html == null) {
      return null;
    }
    if (html.toString().equals("-")) {
      throw usage("a page is written to a file: `-` is none, `./-` would be");
    }
    OutputFile file = new OutputFile(html, force);
    file.check();
    return file;
  }

  private BenchSettings settings() {
    Duration measured = duration("--seconds", seconds);
    if (measured.isZero()) {
      throw usage("`--seconds` is a number above 0, not `" + seconds + "`");
    }
    return new BenchSettings(
        duration("--warm-up", warmUp),
        measured,
        rounds == null ? 0 : number("--rounds", rounds, MOST_ROUNDS),
        (int) number("--threads", threads, MOST_THREADS));
  }

  private Duration duration(String option, String text) {
    if (text.matches("[0-9]{1,6}(\\.[0-9]{1,9})?")) {
      double number = Double.parseDouble(text);
      if (number <= LONGEST) {
        return Duration.ofNanos(Math.round(number * 1e9));
      }
    }
    throw usage("`" + option + "` is a number of seconds up to 86400, not `" + text + "`");
  }

  private long number(String option, String text, long most) {
    if (text.matches("[0-9]{1,12}")) {
      long number = Long.parseLong(text);
      if (number >= 1 && number <= most) {
        return number;
      }
    }
    throw usage("`" + option + "` is a whole number from 1 to " + most + ", not `" + text + "`");
  }

  private ParameterException usage(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
