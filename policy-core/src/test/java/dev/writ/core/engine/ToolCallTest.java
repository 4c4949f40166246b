package dev.writ.core.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.writ.core.decision.ReasonCode;
import dev.writ.core.ir.Expr;
import dev.writ.core.model.Entity;
import dev.writ.core.model.EntityId;
import dev.writ.core.model.Json;
import dev.writ.core.model.Request;
import dev.writ.core.model.Source;
import dev.writ.core.model.ToolCall;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ToolCallTest {
  private final List<DecisionEvent> told = new ArrayList<>();
  private final PolicyEngine engine = Bank.engine().listener(told::add).build();

  @AfterEach
  void close() {
    engine.close();
  }

  @Test
  void toolCall_thatFits_isTheRequestWithTheActionsNames() throws Exception {
    Request request =
        engine.toolCall(
            Bank.call(
                "send",
                "{\"id\": \"main\", \"recipient\": \"bo\", \"amount\": 5.5, \"memo\": null,"
                    + " \"dry-run\": {}}"));

    assertThat(request.action()).isEqualTo("transfer");
    assertThat(request.principal()).isEqualTo(Bank.ANN);
    assertThat(request.resource()).isEqualTo(Bank.MAIN);
    assertThat(request.args())
        .isEqualTo(Map.of("recipient", Json.of("bo"), "sum", new Json.Num("5.5")));
  }

  @Test
  void toolCall_withAllThatIsKnownOfIt_passesItOn() throws Exception {
    EntityId bot = EntityId.of("Agent", "bot");
    Entity extra = Entity.of("User", "new");
    Request request =
        engine.toolCall(
            ToolCall.of(
                    null, "send_main", Json.object().put("recipient", "x").put("amount", 1).build())
                .by(bot)
                .onBehalfOf(Bank.ANN)
                .fact("ip", "127.0.0.1")
                .session("s")
                .inline(extra)
                .intent(Json.of("pay"))
                .idempotencyKey("k")
                .source("recipient", Source.USER)
                .source("amount", Source.TOOL)
                .source("dry-run", Source.TOOL));

    assertThat(request.principal()).isEqualTo(bot);
    assertThat(request.chain()).containsExactly(Bank.ANN);
    assertThat(request.facts()).isEqualTo(Map.of("ip", Json.of("127.0.0.1")));
    assertThat(request.session()).isEqualTo("s");
    assertThat(request.inline()).containsExactly(extra);
    assertThat(request.intent()).isEqualTo(Json.of("pay"));
    assertThat(request.idempotencyKey()).isEqualTo("k");
    assertThat(request.sources()).isEqualTo(Map.of("recipient", Source.USER, "sum", Source.TOOL));
  }

  @Test
  void toolCall_ofZippedArrays_makesRecordsOfThemOneByOne() throws Exception {
    Request request =
        engine.toolCall(
            Bank.call(
                "swap",
                "{\"order\": 12, \"old_ids\": [\"a\", \"b\"], \"new_ids\": [\"c\", \"d\"]}"));

    assertThat(request.resource()).isEqualTo(EntityId.of("Account", "12"));
    assertThat(request.args())
        .isEqualTo(
            Map.of(
                "swaps",
                Json.array(
                    List.of(
                        Json.object().put("new-id", "c").put("old", "a").build(),
                        Json.object().put("new-id", "d").put("old", "b").build()))));
  }

  @Test
  void listeners_areToldTheCallAndTheRequestThatItIs() {
    ToolCall good = Bank.call("send_main", "{\"recipient\":\"x\",\"amount\":1}");
    ToolCall bad = Bank.call("send_main", "{}");
    engine.decide(good);
    engine.authorize(bad);

    assertThat(told).extracting(DecisionEvent::toolCall).containsExactly(good, bad);
    assertThat(told).extracting(DecisionEvent::authorized).containsExactly(false, true);
    assertThat(told.get(0).request()).isNotNull();
    assertThat(told.get(1).request()).isNull();
    assertThat(engine.statistics().decisions()).isEqualTo(2);
    assertThat(engine.statistics().permits()).isEqualTo(1);
  }

  @Test
  void authorize_ofACall_hasItsObligationsCarriedOut() {
    List<Request> handled = new ArrayList<>();
    try (PolicyEngine handling =
        PolicyEngine.builder(
                Bank.set().obligation("log").permit("p", "transfer", Expr.yes(), "log").build())
            .entities(Bank.entities())
            .obligationHandler("log", (obligation, request, decision) -> handled.add(request))
            .build()) {
      ToolCall call = Bank.call("send_main", "{\"recipient\":\"x\",\"amount\":1}");

      assertThat(handling.decide(call).permitted()).isFalse();
      assertThat(handling.decide(call).wouldPermit()).isTrue();
      assertThat(handling.authorize(call).permitted()).isTrue();
      assertThat(handling.authorize(Bank.call("send_main", "{}")).permitted()).isFalse();
    }
    assertThat(handled).extracting(Request::action).containsExactly("transfer");
  }

  @Test
  void call_afterAReload_isHeldAgainstTheNewBindings() {
    ToolCall call = Bank.call("send_main", "{\"recipient\":\"x\",\"amount\":1}");
    assertThat(engine.decide(call).permitted()).isTrue();

    engine.reload(Bank.set().build());

    assertThat(engine.decide(call).verdict().reason()).isEqualTo(ReasonCode.NO_PERMIT);

    engine.reload(Fakes.set().build());

    assertThat(engine.decide(call).verdict().place()).isEqualTo("tool");
  }

  @Test
  @SuppressWarnings("NullAway")
  void null_andClosed_throw() {
    assertThatThrownBy(() -> engine.decide((ToolCall) null))
        .isInstanceOf(NullPointerException.class);
    assertThatThrownBy(() -> engine.authorize((ToolCall) null))
        .isInstanceOf(NullPointerException.class);
    assertThatThrownBy(() -> engine.toolCall(null)).isInstanceOf(NullPointerException.class);
    engine.close();
    ToolCall call = Bank.call("send_main", "{}");
    assertThatThrownBy(() -> engine.decide(call)).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> engine.authorize(call)).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> engine.toolCall(call)).isInstanceOf(IllegalStateException.class);
  }
}
