package dev.writ.core.authzen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.writ.core.decision.Outlook;
import dev.writ.core.decision.Remedy;
import dev.writ.core.model.EntityId;
import dev.writ.core.model.Json;
import dev.writ.core.model.JsonLimits;
import dev.writ.core.model.JsonWriter;
import dev.writ.core.model.Source;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AuthZenTest {

  private static final String CALL =
      """
      {"subject": {"type": "user", "id": "alice"},
       "action": {"name": "read"},
       "resource": {"type": "record", "id": "yes-1"}}""";

  private final RecordingPoint point = new RecordingPoint();

  @Test
  void evaluation_plainCall_asksForItsParts() {
    AuthZenResponse response = new AuthZen(point).evaluation(CALL, Vouched.NOTHING);

    assertThat(response.status()).isEqualTo(200);
    assertThat(response.body().members()).containsEntry("decision", Json.of(true));
    assertThat(point.only().toString()).isEqualTo("user::\"alice\" read record::\"yes-1\"");
  }

  @Test
  void evaluation_bytes_areTheSame() {
    AuthZen authZen = new AuthZen(point);

    assertThat(authZen.evaluation(CALL.getBytes(StandardCharsets.UTF_8), Vouched.NOTHING).status())
        .isEqualTo(200);
    assertThat(authZen.evaluation(new byte[] {'{', (byte) 0xff, '}'}, Vouched.NOTHING).status())
        .isEqualTo(400);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "nonsense | the call is not JSON",
        "[] | the call must be an object",
        "{\"subject\":1,\"subject\":1} | stands twice",
        "{\"a\":\"\\ud800\"} | half a surrogate pair",
        "{} | `subject` is missing",
        "{S,A} | `resource` is missing",
        "{S,R} | `action` is missing",
        "{A,R} | `subject` is missing",
        "{A,R,\"subject\":\"alice\"} | `subject` must be an object",
        "{A,R,\"subject\":null} | `subject` must be an object",
        "{A,R,\"subject\":{\"id\":\"a\"}} | `subject.type` is missing",
        "{A,R,\"subject\":{\"type\":\"user\"}} | `subject.id` is missing",
        "{A,R,\"subject\":{\"type\":\"user\",\"id\":\"\"}} | `subject.id` must not be empty",
        "{A,R,\"subject\":{\"type\":\"user\",\"id\":1}} | `subject.id` must be a string",
        "{S,R,\"action\":{}} | `action.name` is missing",
        "{S,R,\"action\":{\"name\":123}} | `action.name` must be a string",
        "{S,R,\"action\":{\"name\":\"read\",\"properties\":[]}} | `action.properties` must be an object",
        "{S,A,\"resource\":{\"type\":\"record\"}} | `resource.id` is missing",
        "{S,A,R,\"context\":\"x\"} | `context` must be an object",
      })
  void evaluation_noRequest_isStatus400(String call, String message) {
    AuthZenResponse response = new AuthZen(point).evaluation(expanded(call), Vouched.NOTHING);

    assertThat(response.status()).isEqualTo(400);
    assertThat(response.text()).contains("\"error\":{\"message\":").contains("\"status\":400");
    assertThat(message(response.body())).contains(message);
    assertThat(point.asked()).isEmpty();
  }

  @Test
  void evaluation_deepOrLongCall_isStatus400() {
    AuthZen authZen = new AuthZen(point);

    assertThat(authZen.evaluation("[".repeat(100_000), Vouched.NOTHING).text())
        .contains("nested deeper than");
    AuthZenOptions tiny =
        new AuthZenOptions(
            false, true, null, Duration.ZERO, 2, new JsonLimits(CALL.length() - 1, 9, 9));
    assertThat(new AuthZen(point, tiny).evaluation(CALL, Vouched.NOTHING).text())
        .contains("longer than");
  }

  @Test
  void evaluation_unknownFields_areIgnored() {
    String call = expanded("{S,A,R,\"foo\":1,\"evaluations\":3}");

    assertThat(new AuthZen(point).evaluation(call, Vouched.NOTHING).status()).isEqualTo(200);
  }

  @Test
  void evaluation_contextAndActionProperties_areFactsAndArguments() {
    String call =
        expanded(
            "{S,R,\"action\":{\"name\":\"read\",\"properties\":{\"soft\":\"x\"}},"
                + "\"context\":{\"ip\":\"::1\"}}");

    new AuthZen(point).evaluation(call, Vouched.NOTHING);

    assertThat(point.only().args()).isEqualTo(Map.of("soft", Json.of("x")));
    assertThat(point.only().facts()).isEqualTo(Map.of("ip", Json.of("::1")));
  }

  @Test
  void evaluation_chainInTheJson_isNoChain() {
    String call =
        expanded(
            "{S,A,R,\"context\":{\"writ\":{\"chain\":[{\"type\":\"user\",\"id\":\"root\"}]},"
                + "\"session\":\"s\"},\"on_behalf_of\":{\"type\":\"user\",\"id\":\"root\"}}");

    new AuthZen(point).evaluation(call, Vouched.NOTHING);

    assertThat(point.only().chain()).isEmpty();
    assertThat(point.only().session()).isNull();
    assertThat(point.only().facts()).containsOnlyKeys("writ", "session");
  }

  @Test
  void evaluation_vouched_isPartOfTheRequest() {
    EntityId ann = EntityId.of("user", "ann");
    Vouched vouched =
        Vouched.NOTHING
            .onBehalfOf(ann)
            .session("s1")
            .source("soft", Source.USER)
            .source("absent", Source.USER);
    String call = expanded("{S,R,\"action\":{\"name\":\"read\",\"properties\":{\"soft\":\"x\"}}}");

    new AuthZen(point).evaluation(call, vouched);

    assertThat(point.only().chain()).containsExactly(ann);
    assertThat(point.only().session()).isEqualTo("s1");
    assertThat(point.only().sources()).isEqualTo(Map.of("soft", Source.USER));
  }

  @Test
  void evaluation_propertiesOfInlineType_comeAsAnEntity() {
    String call =
        expanded(
            "{A,R,\"subject\":{\"type\":\"user\",\"id\":\"alice\","
                + "\"properties\":{\"role\":\"admin\",\"x\":1}}}");

    new AuthZen(point).evaluation(call, Vouched.NOTHING);

    assertThat(point.only().inline()).hasSize(1);
    assertThat(point.only().inline().get(0).attrs()).containsOnlyKeys("role", "x");
  }

  @Test
  void evaluation_inlineTypeByIdAlone_comesWhereItNeedsNoAttribute() {
    new AuthZen(point)
        .evaluation(
            expanded("{S,A,\"resource\":{\"type\":\"device\",\"id\":\"d\"}}"), Vouched.NOTHING);

    assertThat(point.only().inline())
        .extracting(entity -> entity.uid().type())
        .containsExactly("user");
  }

  @Test
  void evaluation_subjectIsResource_comesOnce() {
    String self = "\"resource\":{\"type\":\"user\",\"id\":\"alice\"";
    AuthZen authZen = new AuthZen(point);

    authZen.evaluation(expanded("{S,A," + self + "}}"), Vouched.NOTHING);
    authZen.evaluation(
        expanded("{S,A," + self + ",\"properties\":{\"role\":\"a\"}}}"), Vouched.NOTHING);

    assertThat(point.asked()).allSatisfy(request -> assertThat(request.inline()).hasSize(1));
    assertThat(point.asked().get(1).inline().get(0).attrs()).containsOnlyKeys("role");
  }

  @Test
  void evaluation_strict_keepsWhatIsUndeclaredToBeRefused() {
    new AuthZen(point).evaluation(undeclared(), Vouched.NOTHING);

    assertThat(point.only().facts()).containsKey("time");
    assertThat(point.only().args()).containsKey("method");
    assertThat(point.only().inline())
        .extracting(entity -> entity.uid().type())
        .containsExactly("user", "record");
  }

  @Test
  void evaluation_lenient_dropsAndListsWhatIsUndeclared() {
    AuthZen lenient = new AuthZen(point, AuthZenOptions.DEFAULT.lenient(true));

    AuthZenResponse response = lenient.evaluation(undeclared(), Vouched.NOTHING);

    assertThat(point.only().facts()).isEmpty();
    assertThat(point.only().args()).isEmpty();
    assertThat(point.only().inline()).hasSize(1);
    assertThat(point.only().inline().get(0).attrs()).containsOnlyKeys("role");
    assertThat(context(response.body()).get("dropped"))
        .isEqualTo(
            Json.array(
                List.of(
                    Json.of("args.method"),
                    Json.of("facts.time"),
                    Json.of("subject.properties.dept"),
                    Json.of("resource.properties.status"))));
  }

  @Test
  void evaluation_denial_keepsTheAdministratorsReasonApart() {
    Json.Obj context =
        contextOf(new AuthZen(point).evaluation(CALL.replace("yes", "no"), Vouched.NOTHING));

    assertThat(context.members().get("evaluation_id")).isEqualTo(Json.of("d-1"));
    assertThat(context.members().get("evaluated_at")).isEqualTo(Json.of("1970-01-01T00:00:01Z"));
    assertThat(member(context, "reason_user").toString()).doesNotContain("secret rule");
    assertThat(member(context, "reason_admin").toString()).contains("app/secret rule");
    assertThat(context.members()).doesNotContainKeys("access_request", "dropped", "validUntil");
  }

  @Test
  void evaluation_withoutAdminReasons_tellsNoRule() {
    AuthZen quiet = new AuthZen(point, AuthZenOptions.DEFAULT.adminReasons(false));

    assertThat(quiet.evaluation(CALL.replace("yes", "no"), Vouched.NOTHING).text())
        .doesNotContain("secret rule");
  }

  @Test
  void evaluation_obligations_areThoseLeftToTheCaller() {
    Json.Obj context = contextOf(new AuthZen(point).evaluation(CALL, Vouched.NOTHING));

    assertThat(JsonWriter.canonical(member(context, "obligations")))
        .isEqualTo("[{\"arguments\":[\"ssn\"],\"name\":\"mask\"}]");
  }

  @Test
  void evaluation_advisoryPermit_isNoDecisionToAct() {
    RecordingPoint advisory = new RecordingPoint(Outlook.NONE, true);

    AuthZenResponse response = new AuthZen(advisory).evaluation(CALL, Vouched.NOTHING);

    assertThat(response.body().members().get("decision")).isEqualTo(Json.of(false));
    assertThat(context(response.body())).containsEntry("advisory", Json.of(true));
  }

  @Test
  void evaluation_denialWithRemedy_carriesAnAccessRequest() {
    RecordingPoint remediable = new RecordingPoint(new Remediable(), false);
    AuthZen authZen =
        new AuthZen(
            remediable, AuthZenOptions.DEFAULT.accessRequestEndpoint("https://pdp/requests"));

    Json.Obj context = contextOf(authZen.evaluation(CALL.replace("yes", "no"), Vouched.NOTHING));

    assertThat(context.members())
        .containsEntry("reason", Json.of("ask"))
        .containsEntry("validUntil", Json.of("1970-01-01T00:01:00Z"));
    assertThat(((Json.Obj) member(context, "access_request")).members())
        .containsEntry("endpoint", Json.of("https://pdp/requests"))
        .containsEntry("template", Json.of("approval:app.review+grant:app.prod"))
        .containsEntry("expires_at", Json.of("1970-01-01T00:01:00Z"))
        .containsKeys("display", "remedies");
  }

  private static final class Remediable implements Outlook {
    @Override
    public OptionalLong validUntil() {
      return OptionalLong.of(60_000);
    }

    @Override
    public List<Remedy> remedies() {
      return List.of(
          new Remedy(
              List.of(
                  new Remedy.Step(Remedy.Kind.GRANT, "app.prod"),
                  new Remedy.Step(Remedy.Kind.APPROVAL, "app.review"))));
    }

    @Override
    public OptionalLong retryAt() {
      return OptionalLong.empty();
    }

    @Override
    public List<String> because() {
      return List.of();
    }
  }

  private static String undeclared() {
    return """
        {"subject": {"type": "user", "id": "alice", "properties": {"role": "a", "dept": "b"}},
         "action": {"name": "read", "properties": {"method": "GET"}},
         "resource": {"type": "record", "id": "yes", "properties": {"status": "active"}},
         "context": {"time": "2025-06-27T18:03-07:00"}}""";
  }

  static String expanded(String call) {
    return call.replace("S,", "\"subject\":{\"type\":\"user\",\"id\":\"alice\"},")
        .replace("A,", "\"action\":{\"name\":\"read\"},")
        .replace("A}", "\"action\":{\"name\":\"read\"}}")
        .replace("R,", "\"resource\":{\"type\":\"record\",\"id\":\"yes-1\"},")
        .replace("R}", "\"resource\":{\"type\":\"record\",\"id\":\"yes-1\"}}");
  }

  private static String message(Json.Obj body) {
    Json message = member((Json.Obj) member(body, "error"), "message");
    return ((Json.Str) message).value();
  }

  private static Json.Obj contextOf(AuthZenResponse response) {
    return (Json.Obj) member(response.body(), "context");
  }

  private static Map<String, Json> context(Json.Obj body) {
    return ((Json.Obj) member(body, "context")).members();
  }

  static Json member(Json.Obj object, String name) {
    Json member = object.members().get(name);
    if (member == null) {
      throw new AssertionError("no `" + name + "` in " + object);
    }
    return member;
  }
}
