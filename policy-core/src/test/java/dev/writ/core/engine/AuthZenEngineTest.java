package dev.writ.core.engine;

import static dev.writ.core.engine.SetBuilder.equal;
import static dev.writ.core.engine.SetBuilder.member;
import static dev.writ.core.engine.SetBuilder.optional;
import static dev.writ.core.engine.SetBuilder.principal;
import static dev.writ.core.engine.SetBuilder.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.writ.core.authzen.AuthZen;
import dev.writ.core.authzen.AuthZenOptions;
import dev.writ.core.authzen.AuthZenResponse;
import dev.writ.core.authzen.Vouched;
import dev.writ.core.ir.Expr;
import dev.writ.core.ir.Limit;
import dev.writ.core.model.Entities;
import dev.writ.core.model.Entity;
import dev.writ.core.model.EntityId;
import dev.writ.core.model.IntValue;
import dev.writ.core.model.Json;
import dev.writ.core.model.Type;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** AuthZEN calls all the way through the engine. */
class AuthZenEngineTest {

  private static PolicyEngine engine() {
    Expr admin =
        new Expr.And(
            List.of(
                new Expr.Has(principal(), "role"),
                equal(member(Expr.Root.PRINCIPAL, "role"), text("admin"))));
    SetBuilder set =
        new SetBuilder()
            .entity("Team")
            .type("user", true, true, optional("role", Type.Scalar.STRING))
            .entity("record")
            .action("read", "user", "record", optional("soft", Type.Scalar.BOOL))
            .action("write", "user", "record")
            .action("count", "user", "record")
            .permit("all read", "read", Expr.yes())
            .permit("administrators write", "write", admin)
            .permit("all count", "count", Expr.yes());
    set.limit(
        new Limit(
            "two",
            "",
            false,
            List.of(
                new Limit.LimitCase(
                    set.slots("count"),
                    Expr.yes(),
                    Expr.no(),
                    new Expr.Const(new IntValue(1)),
                    new Limit.Key.EntityKey(principal()))),
            2,
            new Limit.Window.Rolling(60_000),
            List.of()));
    return PolicyEngine.builder(set.build())
        .entities(Entities.of(Entity.of("user", "stored")))
        .clock(Fakes.CLOCK)
        .build();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "alice  |                          | read  |                          | {}           | true",
        "stored |                          | read  |                          | {}           | true",
        "alice  | ,\"properties\":{\"role\":\"admin\"} | write |                  | {}           | true",
        "alice  | ,\"properties\":{\"role\":\"other\"} | write |                  | {}           | false",
        "stored | ,\"properties\":{\"role\":\"admin\"} | write |                  | {}           | false",
        "alice  |                          | read  | ,\"properties\":{\"soft\":true} | {}       | true",
        "alice  |                          | read  | ,\"properties\":{\"soft\":1} | {}          | false",
        "alice  |                          | read  | ,\"properties\":{\"hard\":1} | {}          | false",
        "alice  |                          | read  |                          | {\"ip\":\"x\"} | false",
        "alice  | ,\"properties\":{\"age\":1} | read  |                         | {}           | false",
        "alice  |                          | erase |                          | {}           | false",
      })
  void evaluation_strict_decidesWhatIsDeclared(
      String user,
      String properties,
      String action,
      String arguments,
      String context,
      boolean permit) {
    String call =
        "{\"subject\":{\"type\":\"user\",\"id\":\""
            + user
            + "\""
            + (properties == null ? "" : properties)
            + "},\"action\":{\"name\":\""
            + action
            + "\""
            + (arguments == null ? "" : arguments)
            + "},\"resource\":{\"type\":\"record\",\"id\":\"1\"},\"context\":"
            + context
            + "}";
    try (PolicyEngine engine = engine()) {
      AuthZenResponse response = new AuthZen(engine.asking()).evaluation(call, Vouched.NOTHING);

      assertThat(response.status()).isEqualTo(200);
      assertThat(response.body().members()).containsEntry("decision", Json.of(permit));
    }
  }

  @Test
  void evaluation_lenient_permitsDespiteWhatIsUndeclared() {
    String call =
        """
        {"subject": {"type": "user", "id": "alice", "properties": {"age": 1}},
         "action": {"name": "read", "properties": {"hard": 1}},
         "resource": {"type": "record", "id": "1", "properties": {"status": "old"}},
         "context": {"ip": "x"}}""";
    try (PolicyEngine engine = engine()) {
      AuthZen lenient = new AuthZen(engine.asking(), AuthZenOptions.DEFAULT.lenient(true));

      assertThat(lenient.evaluation(call, Vouched.NOTHING).text())
          .contains("\"decision\":true")
          .contains(
              "\"dropped\":[\"args.hard\",\"facts.ip\",\"subject.properties.age\","
                  + "\"resource.properties.status\"]");
    }
  }

  @Test
  void evaluation_permitThatCounts_isTrueOnlyWhereItIsCounted() {
    String call =
        """
        {"subject": {"type": "user", "id": "stored"}, "action": {"name": "count"},
         "resource": {"type": "record", "id": "1"}}""";
    try (PolicyEngine engine = engine()) {
      AuthZen asking = new AuthZen(engine.asking());
      AuthZen authorizing = new AuthZen(engine.authorizing());

      assertThat(asking.evaluation(call, Vouched.NOTHING).text())
          .contains("\"advisory\":true")
          .contains("\"decision\":false");
      for (boolean permit : new boolean[] {true, true, false}) {
        assertThat(authorizing.evaluation(call, Vouched.NOTHING).body().members())
            .containsEntry("decision", Json.of(permit));
      }
    }
  }

  @Test
  void evaluation_delegatorThatIsUnknown_isDenied() {
    String call =
        """
        {"subject": {"type": "user", "id": "stored"}, "action": {"name": "read"},
         "resource": {"type": "record", "id": "1"}}""";
    Vouched nobody = Vouched.NOTHING.onBehalfOf(EntityId.of("user", "nobody"));
    try (PolicyEngine engine = engine()) {
      assertThat(new AuthZen(engine.asking()).evaluation(call, nobody).text())
          .contains("\"decision\":false")
          .contains("\"reason\":\"fix\"");
    }
  }
}
