package dev.writ.dsl.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.writ.core.engine.PolicyEngine;
import dev.writ.core.ir.PolicySet;
import dev.writ.core.ir.Rule;
import dev.writ.core.ir.Slot;
import dev.writ.core.model.Entities;
import dev.writ.core.model.Entity;
import dev.writ.core.model.EntityId;
import dev.writ.core.model.EntityStore;
import dev.writ.core.model.Request;
import dev.writ.dsl.compile.WritCompiler;
import dev.writ.dsl.source.SourceText;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Measurements by a clock that goes on as each question and each rule says. */
@Timeout(60)
final class BenchTest {
  private static final PolicySet POLICIES =
      WritCompiler.compile(
              List.of(
                  new SourceText(
                      "a.writ",
                      """
                      module m;
                      human entity User;
                      entity Doc { open: Bool; }
                      action read by User on Doc;
                      action drop by User on Doc;
                      permit "cheap" read by User on Doc;
                      permit "dear" read by User on Doc when resource.open;
                      forbid "both" read, drop by User on Doc when not resource.open;
                      permit "never asked" drop by User on Doc when principal == User::"zoe";
                      """)))
          .orThrow();
  private static final Map<String, Long> COSTS =
      Map.of("m/cheap", 40L, "m/dear", 700L, "m/both", 90L, "m/never asked", 5_000L);
  private static final EntityId ANN = EntityId.of("User", "ann");
  private static final EntityId DOC = EntityId.of("Doc", "d");
  private static final Entities ENTITIES =
      Entities.of(Entity.of(ANN), Entity.of(DOC).with("open", true));

  private FakeMeter meter = new FakeMeter(25, true);
  private final List<String> stages = new ArrayList<>();

  private static PolicyEngine engine(PolicySet set) {
    return PolicyEngine.builder(set).entities(ENTITIES).build();
  }

  /** A question that takes so long and longer by each rule that speaks on it. */
  private Question question(String action, long nanos, long bytes) {
    Request request = Request.of(ANN, action, DOC);
    Question.Ask ask =
        engine -> {
          meter.pass(nanos);
          meter.allocate(bytes);
          for (Rule rule : engine.policies().rules()) {
            boolean speaks =
                rule.cases().get(0).slots().stream()
                    .anyMatch(slot -> slot.action().equals("m." + action));
            meter.pass(speaks ? COSTS.getOrDefault(rule.id(), 0L) : 0);
          }
          return engine.decide(request);
        };
    EntityStore store = EntityStore.bind(POLICIES.schema(), ENTITIES);
    return new Question(ask, ask, Question.of(request, POLICIES.schema(), store).slots());
  }

  private BenchResult run(BenchSettings settings, Question... questions) {
    return new Bench(meter, BenchTest::engine, POLICIES, List.of(questions), settings, stages::add)
        .run();
  }

  private static BenchSettings rounds(long rounds, int threads) {
    return new BenchSettings(Duration.ofMillis(1), Duration.ofMillis(100), rounds, threads);
  }

  @Test
  void decisions_thatTakeLong_areTimedOneByOne() {
    BenchResult result =
        run(rounds(50, 1), question("read", 10_000, 64), question("read", 20_000, 0));

    assertThat(result.clockNanos()).isEqualTo(25);
    assertThat(result.batch()).isEqualTo(1);
    assertThat(result.decisions()).isEqualTo(100);
    assertThat(result.times().count()).isEqualTo(100);
    assertThat(result.times().least()).isEqualTo(10_000 + 830 + 25);
    assertThat(result.times().most()).isEqualTo(20_000 + 830 + 25);
    assertThat(result.nanos()).isEqualTo(50 * (30_000 + 2 * 855));
    assertThat(result.throughput()).isEqualTo(100e9 / result.nanos());
    assertThat(result.bytes()).hasValue(32);
  }

  @Test
  void decisions_nearTheCostOfTheClock_areTimedInBatches() {
    meter = new FakeMeter(5_000, true);
    BenchResult result = run(rounds(99, 1), question("read", 10_000, 0));

    assertThat(result.batch()).isEqualTo(8);
    assertThat(result.decisions()).isEqualTo(99);
    assertThat(result.times().count()).isEqualTo(13);
    assertThat(result.times().least()).isEqualTo(10_830 + 5_000 / 8);
    assertThat(result.times().most()).isEqualTo(10_830 + 5_000 / 3 + 1);
  }

  @Test
  void measuring_forATime_endsWhenItHasPassed() {
    BenchSettings settings = new BenchSettings(Duration.ZERO, Duration.ofMillis(10), 0, 1);
    BenchResult result = run(settings, question("read", 99_145, 0));

    assertThat(result.decisions()).isEqualTo(100);
    assertThat(result.nanos()).isEqualTo(10_000_000);
  }

  @Test
  void measuring_forTooShortATime_asksEachOnce() {
    BenchSettings settings = new BenchSettings(Duration.ZERO, Duration.ofNanos(1), 0, 1);
    BenchResult result = run(settings, question("read", 9_000, 0), question("drop", 9_000, 0));

    assertThat(result.decisions()).isEqualTo(2);
    assertThat(result.slices()).hasSize(2);
  }

  @Test
  void slices_ofTheQuestions_areToldByTheirShareOfTheTime() {
    BenchResult result =
        run(
            rounds(1, 1),
            question("read", 10_000, 0),
            question("drop", 60_000, 0),
            question("read", 10_000, 0),
            question("nonsense", 1_000, 0));

    assertThat(result.slices())
        .extracting(SliceCost::slot)
        .containsExactly(
            new Slot("m.drop", "m.User", "m.Doc"), new Slot("m.read", "m.User", "m.Doc"), null);
    assertThat(result.slices()).extracting(SliceCost::questions).containsExactly(1, 2, 1);
    assertThat(result.slices().get(0).times().least()).isEqualTo(60_000 + 5_090 + 25);
    double all = 65_115 + 2 * 10_855 + 1_025;
    assertThat(result.slices().get(1).share()).isCloseTo(2 * 10_855 / all, within(1e-9));
    assertThat(result.slices().stream().mapToDouble(SliceCost::share).sum())
        .isCloseTo(1, within(1e-9));
  }

  @Test
  void rules_thatSpeak_areToldByWhatTheyCostAlone() {
    BenchResult result = run(rounds(1, 1), question("read", 1_000, 0), question("read", 3_000, 0));

    assertThat(result.rules().speaking()).isEqualTo(3);
    assertThat(result.rules().noise()).isCloseTo(0, within(1e-6));
    assertThat(result.rules().measured())
        .extracting(rule -> rule.rule() + ": " + Math.round(rule.nanos()))
        .containsExactly("m/dear: 700", "m/both: 90", "m/cheap: 40");
  }

  @Test
  void rules_whereTimeIsShort_areMeasuredTheLongestFirst() {
    BenchSettings settings = new BenchSettings(Duration.ZERO, Duration.ofNanos(2), 1, 1);
    BenchResult result = run(settings, question("read", 1_000, 0));

    assertThat(result.rules().speaking()).isEqualTo(3);
    assertThat(result.rules().measured()).extracting(RuleCost::rule).containsExactly("m/both");
  }

  @Test
  void rules_areMeasuredOnRequestsThatWereSeen() {
    Question.Ask first =
        engine -> {
          meter.pass(100_000);
          return engine.decide(Request.of(ANN, "read", DOC));
        };
    Question read = question("read", 1_000, 0);
    BenchResult result = run(rounds(1, 1), new Question(first, read.ask(), read.slots()));

    assertThat(result.times().least()).isEqualTo(100_025);
    assertThat(result.rules().measured().get(0).nanos()).isCloseTo(700, within(1e-6));
  }

  @Test
  void question_ofARequest_isAskedAsOneThatIsNew() {
    List<Request> seen = new ArrayList<>();
    Request request = Request.of(ANN, "read", DOC).arg("x", 1);
    Question question =
        Question.of(request, POLICIES.schema(), EntityStore.bind(POLICIES.schema(), ENTITIES));
    try (PolicyEngine engine =
        PolicyEngine.builder(POLICIES)
            .entities(ENTITIES)
            .listener(event -> seen.add(event.request()))
            .build()) {
      question.ask().of(engine);
      question.again().of(engine);
    }
    assertThat(seen.get(0)).isNotSameAs(request);
    assertThat(seen.get(0).args()).isEqualTo(request.args());
    assertThat(seen.get(1)).isSameAs(request);
  }

  @Test
  void rules_thatSpeakOnNothingAsked_areNotMeasured() {
    BenchResult result = run(rounds(1, 1), question("nonsense", 1_000, 0));

    assertThat(result.rules()).isEqualTo(new RuleCosts(0, 0, List.of()));
  }

  @Test
  void threads_together_askAllQuestionsEach() {
    AtomicInteger asked = new AtomicInteger();
    Request request = Request.of(ANN, "read", DOC);
    Question.Ask ask =
        engine -> {
          asked.incrementAndGet();
          meter.pass(20_000);
          return engine.decide(request);
        };
    Question counted = new Question(ask, ask, List.of());
    BenchResult result = run(rounds(40, 3), counted, counted);

    assertThat(result.decisions()).isEqualTo(3 * 40 * 2);
    assertThat(result.times().count()).isEqualTo(3 * 40 * 2);
    assertThat(asked.get()).isGreaterThan(3 * 40 * 2);
  }

  @Test
  void bytes_whereNobodyTells_areUnknown() {
    meter = new FakeMeter(25, false);

    assertThat(run(rounds(1, 2), question("read", 1, 1)).bytes()).isEmpty();
  }

  @Test
  void stages_asTheyCome_areTold() {
    run(rounds(1, 1), question("read", 1_000, 0));

    assertThat(stages)
        .containsExactly("warming up", "measuring", "measuring slice 1 of 1", "measuring rules");
  }

  @Test
  void process_thatRunsThis_hasAClockAndCountsBytes() {
    Meter process = Meter.ofProcess();
    long before = process.allocatedBytes().orElseThrow();
    byte[] some = new byte[10_000];
    assertThat(process.allocatedBytes().orElseThrow() - before).isGreaterThanOrEqualTo(some.length);
    assertThat(process.nanos()).isLessThanOrEqualTo(process.nanos());
  }

  @Test
  void settings_thatMeasureNothing_areRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> settings(0, 0, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> settings(1, -1, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> settings(1, 0, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> run(rounds(1, 1)));
  }

  private static BenchSettings settings(long nanos, long rounds, int threads) {
    return new BenchSettings(Duration.ZERO, Duration.ofNanos(nanos), rounds, threads);
  }
}
