package dev.writ.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.writ.core.decision.Decision;
import dev.writ.core.decision.ReasonCode;
import dev.writ.core.ir.PolicySetHash;
import dev.writ.core.ir.ToolBinding;
import dev.writ.core.model.Entities;
import dev.writ.core.model.Entity;
import dev.writ.core.model.EntityId;
import dev.writ.core.model.Json;
import dev.writ.core.model.Source;
import dev.writ.core.model.ToolCall;
import dev.writ.core.reference.CommandResult;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a binding makes of a call: servers, pins, resources and sources. */
class ToolBindingTest {
  private final PolicyEngine engine = Bank.engine().build();

  @AfterEach
  void close() {
    engine.close();
  }

  @ParameterizedTest
  @CsvSource({"shop, true", "market, true", "bank, false", ", false"})
  void tool_boundForServers_isOfTheseAlone(String server, boolean bound) {
    String arguments = "{\"order\":1,\"new_ids\":[\"x\"],\"old_ids\":[\"x\"]}";

    Decision decision = engine.decide(ToolCall.of(server, "swap", arguments).by(Bank.ANN));

    assertThat(decision.permitted()).isEqualTo(bound);
    assertThat(decision.verdict().place()).isEqualTo(bound ? null : "tool");
  }

  @Test
  void tool_boundForAnyServer_isOfEachAndOfNone() {
    String arguments = "{\"recipient\":\"x\",\"amount\":1}";

    assertThat(engine.decide(ToolCall.of("a", "send_main", arguments).by(Bank.ANN)).permitted())
        .isTrue();
    assertThat(engine.decide(ToolCall.of(null, "send_main", arguments).by(Bank.ANN)).permitted())
        .isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "sha256:", "sha256:9f", "SHA256:9F"})
  void tool_pinnedToAnotherDigest_hasChanged(String digest) {
    ToolCall call = Bank.call("pinned", "{\"recipient\":\"x\",\"amount\":1}").toolDigest(digest);

    Decision decision = engine.authorize(call);

    assertThat(decision.verdict().reason()).isEqualTo(ReasonCode.TOOL_CHANGED);
    assertThat(decision.verdict().place()).isEqualTo("digest");
    assertThat(decision.agentMessage())
        .isEqualTo("fix the request: the tool is not the one that was reviewed");
  }

  @Test
  void tool_pinned_needsItsDigest() {
    ToolCall call = Bank.call("pinned", "{\"recipient\":\"x\",\"amount\":1}");

    assertThat(engine.decide(call.toolDigest(Bank.DIGEST)).permitted()).isTrue();
    assertThat(engine.decide(call).verdict().reason()).isEqualTo(ReasonCode.TOOL_CHANGED);
    assertThat(engine.decide(call).verdict().message())
        .isEqualTo("the tool is pinned, and its digest was not told");
    assertThat(engine.decide(Bank.call("pinned", "{}")).verdict().reason())
        .isEqualTo(ReasonCode.INVALID_REQUEST);
  }

  @Test
  void tool_notPinned_takesAnyDigest() {
    ToolCall call = Bank.call("send_main", "{\"recipient\":\"x\",\"amount\":1}");

    assertThat(engine.decide(call.toolDigest("nonsense")).permitted()).isTrue();
  }

  @Test
  void resource_ofTheSession_isThatOfItsField() throws Exception {
    start("s", Map.of("account", Json.of("main")));
    start("empty", Map.of());
    ToolCall call = Bank.call("send_mine", "{\"recipient\":\"x\",\"amount\":1}");

    assertThat(engine.toolCall(call.session("s")).resource()).isEqualTo(Bank.MAIN);
    assertThat(engine.decide(call.session("s")).permitted()).isTrue();
    assertThat(engine.decide(call.session("empty")).verdict().place()).isEqualTo("session.account");
    assertThat(engine.decide(call.session("x")).verdict().message())
        .isEqualTo("there is no such session");
  }

  @Test
  void resource_ofTheSessionOfAnother_isInvalid() {
    EntityId bo = EntityId.of("User", "bo");
    engine.updateEntities(Entities.of(Entity.of(Bank.ANN), Entity.of(bo)));
    engine
        .commands()
        .startSession(new SessionStart("s", bo, null, Map.of("account", Json.of("main"))));

    Decision decision =
        engine.decide(Bank.call("send_mine", "{\"recipient\":\"x\",\"amount\":1}").session("s"));

    assertThat(decision.verdict().reason()).isEqualTo(ReasonCode.INVALID_REQUEST);
    assertThat(decision.verdict().message()).isEqualTo("it is the session of another origin");
  }

  private void start(String id, Map<String, Json> values) {
    assertThat(engine.commands().startSession(new SessionStart(id, Bank.ANN, null, values)))
        .isInstanceOf(CommandResult.Done.class);
  }

  @Test
  void sources_ofZippedArguments_areTheWorstElementByElement() throws Exception {
    ToolCall call =
        Bank.call("swap", "{\"order\":1,\"new_ids\":[\"a\",\"b\"],\"old_ids\":[\"c\",\"d\"]}");

    assertThat(
            engine
                .toolCall(
                    call.sources("new_ids", List.of(Source.USER, Source.TOOL))
                        .source("old_ids", Source.CONSTANT))
                .elementSources())
        .isEqualTo(Map.of("swaps", List.of(Source.USER, Source.TOOL)));
    assertThat(
            engine
                .toolCall(
                    call.sources("new_ids", List.of(Source.USER, Source.TOOL))
                        .sources("old_ids", List.of(Source.UNKNOWN, Source.USER)))
                .elementSources())
        .isEqualTo(Map.of("swaps", List.of(Source.UNKNOWN, Source.TOOL)));
    assertThat(
            engine
                .toolCall(call.sources("new_ids", List.of(Source.USER, Source.USER)))
                .elementSources())
        .isEqualTo(Map.of("swaps", List.of(Source.UNKNOWN, Source.UNKNOWN)));
    assertThat(
            engine
                .toolCall(call.source("new_ids", Source.USER).source("old_ids", Source.TOOL))
                .sources())
        .isEqualTo(Map.of("swaps", Source.TOOL));
    assertThat(engine.toolCall(call.source("new_ids", Source.USER)).sources())
        .isEqualTo(Map.of("swaps", Source.UNKNOWN));
    assertThat(engine.toolCall(call.source("order", Source.USER)).sources())
        .isEqualTo(Map.of("swaps", Source.UNKNOWN));
  }

  @Test
  void sources_thatDoNotFit_areInvalid() {
    ToolCall call =
        Bank.call("swap", "{\"order\":1,\"new_ids\":[\"a\"],\"old_ids\":[\"c\"],\"cc\":[\"x\"]}");

    assertThat(place(call.source("swaps", Source.USER))).isEqualTo("sources.swaps");
    assertThat(place(call.sources("x", List.of()))).isEqualTo("sources.x");
    assertThat(place(call.sources("old_ids", List.of()))).isEqualTo("sources.old_ids");
    assertThat(place(call.sources("cc", List.of(Source.USER, Source.USER))))
        .isEqualTo("sources.cc");
    assertThat(place(call.sources("cc", List.of(Source.USER)))).isNull();
  }

  private @Nullable String place(ToolCall call) {
    return engine.decide(call).verdict().place();
  }

  @Test
  void binding_otherInAnyPart_isAnotherPolicySet() {
    ToolBinding one = binding("t", null, new ToolBinding.Fixed(Bank.MAIN), List.of(), null);
    List<ToolBinding> others =
        List.of(
            binding("other", null, one.resource(), List.of(), null),
            binding("t", "server", one.resource(), List.of(), null),
            binding("t", null, new ToolBinding.FromArgument("Account", "id"), List.of(), null),
            binding("t", null, new ToolBinding.FromSession("account"), List.of(), null),
            binding("t", null, one.resource(), List.of("ignored"), null),
            binding("t", null, one.resource(), List.of(), Bank.DIGEST));
    Set<String> hashes = new HashSet<>();
    hashes.add(PolicySetHash.of(Bank.set().tool(one).build()));
    others.forEach(each -> hashes.add(PolicySetHash.of(Bank.set().tool(each).build())));
    assertThat(hashes).hasSize(others.size() + 1);
  }

  private static ToolBinding binding(
      String tool,
      @Nullable String server,
      ToolBinding.Resource resource,
      List<String> ignored,
      @Nullable String digest) {
    return new ToolBinding(
        "",
        tool,
        server,
        "transfer",
        resource,
        List.of(
            new ToolBinding.Placed("recipient", false, "recipient"),
            new ToolBinding.Placed("amount", false, "sum")),
        new TreeSet<>(ignored),
        digest,
        List.of());
  }
}
