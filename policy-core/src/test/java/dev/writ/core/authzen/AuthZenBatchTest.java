package dev.writ.core.authzen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.writ.core.model.EntityId;
import dev.writ.core.model.Json;
import dev.writ.core.model.Request;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AuthZenBatchTest {

  private final RecordingPoint point = new RecordingPoint();
  private final AuthZen authZen = new AuthZen(point);

  @ParameterizedTest
  @CsvSource({
    "execute_all,            yes no yes,  true false true",
    "execute_all,            yes ! yes,   true false true",
    "deny_on_first_deny,     yes no yes,  true false",
    "deny_on_first_deny,     yes yes,     true true",
    "deny_on_first_deny,     yes ! yes,   true false",
    "deny_on_first_deny,     ! yes,       false",
    "permit_on_first_permit, no yes no,   false true",
    "permit_on_first_permit, no no,       false false",
    "permit_on_first_permit, ! no yes no, false false true",
    "permit_on_first_permit, yes ! no,    true",
  })
  void evaluations_semantic_goesAsFarAsItSays(String semantic, String items, String decisions) {
    AuthZenResponse response =
        authZen.evaluations(
            call(items, "\"evaluations_semantic\":\"" + semantic + "\""), Vouched.NOTHING);

    assertThat(response.status()).isEqualTo(200);
    assertThat(decisions(response)).isEqualTo(decisions);
    assertThat(response.body().members()).containsOnlyKeys("evaluations");
  }

  @Test
  void evaluations_withoutSemantic_executesAll() {
    assertThat(decisions(authZen.evaluations(call("no yes", ""), Vouched.NOTHING)))
        .isEqualTo("false true");
  }

  @Test
  void evaluations_itemThatIsNoRequest_saysWhyInItsContext() {
    AuthZenResponse response = authZen.evaluations(call("yes !", ""), Vouched.NOTHING);

    assertThat(response.text())
        .contains(
            "{\"context\":{\"error\":{\"message\":\"`evaluations[1].resource` is missing\","
                + "\"status\":400}},\"decision\":false}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "\"evaluations\":{} | `evaluations` must be an array",
        "\"evaluations\":null | `evaluations` must be an array",
        "\"evaluations\":[{}],\"options\":1 | `options` must be an object",
        "\"evaluations\":[{}],\"options\":{\"evaluations_semantic\":\"all\"} | must be one of"
            + " [execute_all, deny_on_first_deny, permit_on_first_permit]",
        "\"evaluations\":[{}],\"options\":{\"evaluations_semantic\":1} | must be one of",
        "\"evaluations\":[],\"x\":1 | `subject` is missing",
        "\"x\":1 | `subject` is missing",
      })
  void evaluations_brokenCall_isStatus400(String members, String message) {
    AuthZenResponse response = authZen.evaluations("{" + members + "}", Vouched.NOTHING);

    assertThat(response.status()).isEqualTo(400);
    assertThat(response.text()).contains(message);
  }

  @Test
  void evaluations_tooMany_isStatus400() {
    String many = "yes ".repeat(1_001).trim();

    assertThat(authZen.evaluations(call(many, ""), Vouched.NOTHING).text())
        .contains("more than 1000 items");
    assertThat(point.asked()).isEmpty();
  }

  @Test
  void evaluations_noneOrEmpty_isASingleOne() {
    String single = AuthZenTest.expanded("{S,A,R}");
    String empty = AuthZenTest.expanded("{S,A,R,\"evaluations\":[]}");

    assertThat(authZen.evaluations(single, Vouched.NOTHING).body().members())
        .containsEntry("decision", Json.of(true));
    assertThat(authZen.evaluations(empty, Vouched.NOTHING).body().members())
        .containsEntry("decision", Json.of(true));
  }

  @Test
  void evaluations_defaults_areReplacedWhole() {
    String call =
        """
        {"subject": {"type": "user", "id": "alice", "properties": {"role": "admin"}},
         "action": {"name": "read", "properties": {"soft": "x"}},
         "resource": {"type": "record", "id": "yes"},
         "context": {"ip": "::1"},
         "evaluations": [{}, {"subject": {"type": "user", "id": "bob"},
           "action": {"name": "read"}, "context": {}}]}""";

    authZen.evaluations(call, Vouched.NOTHING.onBehalfOf(EntityId.of("user", "ann")));

    Request first = point.asked().get(0);
    Request second = point.asked().get(1);
    assertThat(first.principal().id()).isEqualTo("alice");
    assertThat(first.args()).isNotEmpty();
    assertThat(first.facts()).isNotEmpty();
    assertThat(second.principal().id()).isEqualTo("bob");
    assertThat(second.args()).isEmpty();
    assertThat(second.facts()).isEmpty();
    assertThat(second.inline().get(0).attrs()).isEmpty();
    assertThat(point.asked()).allSatisfy(request -> assertThat(request.chain()).hasSize(1));
  }

  /** A call with an item for each word: {@code !} for one without a resource. */
  private static String call(String items, String options) {
    String evaluations =
        List.of(items.split(" ")).stream()
            .map(
                id ->
                    id.equals("!")
                        ? "{}"
                        : "{\"resource\":{\"type\":\"record\",\"id\":\"" + id + "\"}}")
            .collect(Collectors.joining(","));
    return AuthZenTest.expanded(
        "{S,A,\"options\":{" + options + "},\"evaluations\":[" + evaluations + "]}");
  }

  private static String decisions(AuthZenResponse response) {
    Json.Arr evaluations = (Json.Arr) AuthZenTest.member(response.body(), "evaluations");
    return evaluations.items().stream()
        .map(item -> ((Json.Obj) item).members().get("decision"))
        .map(decision -> String.valueOf(((Json.Bool) decision).value()))
        .collect(Collectors.joining(" "));
  }
}
