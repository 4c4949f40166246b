package dev.writ.core.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.writ.core.model.IntValue;
import dev.writ.core.model.StringValue;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Decisions: what they say, to whom, and in which form. */
final class DecisionTest {
  private static final long NOON = 1_772_452_800_000L;

  private static Verdict verdict(
      ReasonCode reason, @Nullable String place, @Nullable String message) {
    return new Verdict(
        reason,
        place,
        message,
        List.of("m/secret rule"),
        List.of(new EvaluationError("m/secret rule", "overflow", "+")),
        List.of(new Observation("m/seen", Truth.ERROR)),
        List.of(new Obligation("log", List.of(new StringValue("full"), new IntValue(3)))),
        "sha256:00");
  }

  private static Verdict verdict(ReasonCode reason) {
    return verdict(reason, null, null);
  }

  /** What is worked out later, with a count of how often it is. */
  private static final class Later implements Outlook {
    private final AtomicInteger asked = new AtomicInteger();
    private List<Remedy> remedies = List.of();
    private OptionalLong retryAt = OptionalLong.empty();

    @Override
    public OptionalLong validUntil() {
      return OptionalLong.of(NOON + 60_000);
    }

    @Override
    public List<Remedy> remedies() {
      asked.incrementAndGet();
      return remedies;
    }

    @Override
    public OptionalLong retryAt() {
      return retryAt;
    }

    @Override
    public List<String> because() {
      return List.of("the service is frozen");
    }
  }

  private static Decision decision(Verdict verdict, boolean advisory, Outlook outlook) {
    return new Decision(() -> "d1", verdict, 7, () -> "v3", NOON, advisory, outlook);
  }

  private static Remedy remedy(Remedy.Step... steps) {
    return new Remedy(List.of(steps));
  }

  private static Remedy.Step step(Remedy.Kind kind, String id) {
    return new Remedy.Step(kind, id);
  }

  @ParameterizedTest
  @CsvSource({
    "PERMITTED, false, true, true, ACT, permitted",
    "PERMITTED, true, false, true, AUTHORIZE, 'not permitted yet: it would be, once it is authorised'",
    "FORBIDDEN, false, false, false, NONE, denied",
    "NO_PERMIT, true, false, false, NONE, denied",
    "TOOL_CHANGED, false, false, false, FIX, 'fix the request: the tool is not the one that was"
        + " reviewed'",
    "SESSION_REQUIRED, false, false, false, FIX, 'fix the request: it needs a session'",
    "STALE_STATE, false, false, false, NONE, denied"
  })
  void decision_ofEachReason_saysWhatTheAgentCanDo(
      ReasonCode reason,
      boolean advisory,
      boolean permitted,
      boolean wouldPermit,
      Advice advice,
      String message) {
    Decision decision = decision(verdict(reason), advisory, Outlook.NONE);
    assertThat(decision.permitted()).isEqualTo(permitted);
    assertThat(decision.wouldPermit()).isEqualTo(wouldPermit);
    assertThat(decision.advice()).isEqualTo(advice);
    assertThat(decision.agentMessage()).isEqualTo(message);
    assertThat(decision).hasToString(message);
  }

  @Test
  void agentMessage_ofAnInvalidRequest_namesTheField() {
    Verdict verdict = verdict(ReasonCode.INVALID_REQUEST, "args.ticket", "a field is missing");
    assertThat(decision(verdict, false, Outlook.NONE).agentMessage())
        .isEqualTo("fix the request: `args.ticket`: a field is missing");
  }

  @Test
  void agentMessage_withARemedy_isAlwaysToAsk() {
    Later later = new Later();
    later.retryAt = OptionalLong.of(NOON + 1_000);
    assertThat(decision(verdict(ReasonCode.LIMIT_REACHED), false, later).agentMessage())
        .isEqualTo("not permitted now: retry at 2026-03-02T12:00:01Z");
    later.remedies =
        List.of(
            remedy(step(Remedy.Kind.GRANT, "prod")),
            remedy(step(Remedy.Kind.APPROVAL, "review"), step(Remedy.Kind.CONFIRMATION, "yes")));
    for (ReasonCode reason : List.of(ReasonCode.LIMIT_REACHED, ReasonCode.FORBIDDEN)) {
      Decision decision = decision(verdict(reason), false, later);
      assertThat(decision.advice()).isEqualTo(Advice.ASK);
      assertThat(decision.agentMessage())
          .isEqualTo(
              "not permitted as it stands: ask for grant `prod`,"
                  + " or approval `review` and confirmation `yes`");
    }
  }

  @ParameterizedTest
  @EnumSource(ReasonCode.class)
  void agentMessage_ofAnyReason_givesNothingAway(ReasonCode reason) {
    Later later = new Later();
    String message = decision(verdict(reason), false, later).agentMessage();
    assertThat(message).doesNotContain("secret", "frozen", "m/", "overflow", "sha256", "7");
  }

  @Test
  void operatorMessage_ofADenial_saysEverything() {
    Later later = new Later();
    later.remedies = List.of(remedy(step(Remedy.Kind.GRANT, "prod")));
    Verdict verdict = verdict(ReasonCode.OUT_OF_SCOPE, "Agent::\"bot\"", null);
    assertThat(decision(verdict, false, later).operatorMessage())
        .isEqualTo(
            """
            deny: out_of_scope at Agent::"bot"
            because: the service is frozen
            rules: m/secret rule
            errors: m/secret rule: overflow: +
            observed: m/seen: error
            obligations: log("full", 3)
            remedies: grant prod
            valid until: 2026-03-02T12:01:00Z
            decision: d1 at 2026-03-02T12:00:00Z, state 7, entities v3, policy set sha256:00""");
  }

  @Test
  void requirePermit_ofADenial_throwsTheAgentsTextAlone() {
    Decision denied = decision(verdict(ReasonCode.FORBIDDEN), false, new Later());
    assertThatThrownBy(denied::requirePermit)
        .isInstanceOf(DeniedException.class)
        .hasMessage("denied")
        .hasNoCause();
    Decision advisory = decision(verdict(ReasonCode.PERMITTED), true, new Later());
    assertThatThrownBy(advisory::requirePermit).isInstanceOf(DeniedException.class);
    Decision permit = decision(verdict(ReasonCode.PERMITTED), false, new Later());
    assertThatCode(permit::requirePermit).doesNotThrowAnyException();
  }

  @Test
  void toCanonicalJson_ofADecision_isComplete() {
    Later later = new Later();
    later.remedies = List.of(remedy(step(Remedy.Kind.GRANT, "prod")));
    assertThat(decision(verdict(ReasonCode.FORBIDDEN), false, later).toCanonicalJson())
        .isEqualTo(
            "{\"advice\":\"ask\",\"agentMessage\":\"not permitted as it stands: ask for grant"
                + " `prod`\",\"because\":[\"the service is frozen\"],\"entityVersion\":\"v3\","
                + "\"id\":\"d1\",\"now\":\"2026-03-02T12:00:00Z\",\"permitted\":false,"
                + "\"position\":7,\"remedies\":[{\"steps\":[{\"id\":\"prod\",\"kind\":\"grant\"}]}],"
                + "\"validUntil\":\"2026-03-02T12:01:00Z\",\"verdict\":"
                + verdict(ReasonCode.FORBIDDEN).toCanonicalJson()
                + ",\"wouldPermit\":false}");
    assertThat(verdict(ReasonCode.FORBIDDEN).toCanonicalJson())
        .isEqualTo(
            "{\"effect\":\"deny\",\"errors\":[{\"detail\":\"+\",\"kind\":\"overflow\",\"rule\":"
                + "\"m/secret rule\"}],\"obligations\":[{\"arguments\":[\"full\",3],\"name\":"
                + "\"log\"}],\"observed\":[{\"rule\":\"m/seen\",\"truth\":\"error\"}],"
                + "\"policySet\":\"sha256:00\",\"reason\":\"forbidden\",\"rules\":["
                + "\"m/secret rule\"]}");
  }

  @Test
  void remedies_askedByManyThreads_areWorkedOutOnce() throws Exception {
    Later later = new Later();
    Decision decision = decision(verdict(ReasonCode.FORBIDDEN), false, later);
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      List<Future<String>> messages = new ArrayList<>();
      for (int i = 0; i < 32; i++) {
        messages.add(threads.submit(decision::agentMessage));
      }
      for (Future<String> message : messages) {
        assertThat(message.get()).isEqualTo("denied");
      }
    } finally {
      threads.shutdownNow();
    }
    assertThat(later.asked).hasValue(1);
  }
}
