package dev.writ.core.authority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.writ.core.model.BoolValue;
import dev.writ.core.model.EntityId;
import dev.writ.core.model.InvalidValueException;
import dev.writ.core.model.Json;
import dev.writ.core.model.JsonReader;
import dev.writ.core.model.JsonWriter;
import dev.writ.core.model.RecordValue;
import dev.writ.core.model.TestSchema;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AuthorityJsonTest {

  private static AuthoritySnapshot full() {
    return AuthoritySnapshot.builder()
        .at(7, States.TEN)
        .put(States.active())
        .put(
            new ApprovalRecord(
                "a1",
                "ops.review",
                "sha256:1f",
                States.ANN,
                null,
                "g1",
                States.TEN,
                List.of(States.vote(States.BO)),
                null,
                1))
        .put(
            new ApprovalRecord(
                "a2",
                "ops.say_yes",
                "sha256:2f",
                States.BOT,
                States.claim(),
                null,
                States.TEN,
                List.of(),
                States.TEN + 1,
                0))
        .put(new Suspension(States.BO, States.ANN, "ops/User", States.TEN))
        .put(
            new SessionRecord(
                "s1",
                States.ANN,
                null,
                RecordValue.of(Map.of("mfa", BoolValue.TRUE)),
                new TreeSet<>(List.of("ops.untrusted")),
                States.TEN))
        .put(
            new SessionRecord(
                "s2",
                States.ANN,
                "s1",
                RecordValue.of(Map.of("mfa", BoolValue.FALSE)),
                new TreeSet<>(),
                States.TEN))
        .put(
            new Counter(
                "ops/restarts",
                "s1",
                new TreeMap<>(Map.of(0L, 3L, States.TEN, Long.MAX_VALUE, Long.MIN_VALUE, 1L))))
        .build();
  }

  private static AuthoritySnapshot read(String json) throws Exception {
    return AuthorityJson.read(JsonReader.read(json), TestSchema.SCHEMA);
  }

  static void assertSame(AuthoritySnapshot actual, AuthoritySnapshot expected) {
    assertThat(actual.position()).isEqualTo(expected.position());
    assertThat(actual.latestMillis()).isEqualTo(expected.latestMillis());
    assertThat(actual.grants()).isEqualTo(expected.grants());
    assertThat(actual.approvals()).isEqualTo(expected.approvals());
    assertThat(actual.suspensions()).isEqualTo(expected.suspensions());
    assertThat(actual.sessions()).isEqualTo(expected.sessions());
    assertThat(actual.counters()).isEqualTo(expected.counters());
  }

  @Test
  void write_thenRead_givesTheStateBack() throws Exception {
    Json json = AuthorityJson.write(full());
    assertSame(AuthorityJson.read(json, TestSchema.SCHEMA), full());
    assertSame(read(JsonWriter.canonical(json)), full());
  }

  @Test
  void write_emptyState_saysNoMoreThanWhere() throws Exception {
    Json json = AuthorityJson.write(AuthoritySnapshot.EMPTY);
    assertThat(JsonWriter.canonical(json))
        .isEqualTo("{\"latest\":\"1970-01-01T00:00:00Z\",\"position\":0}");
    assertSame(read("{}"), AuthoritySnapshot.EMPTY);
  }

  @Test
  void write_grant_readsLikeItsRecord() {
    Json json = AuthorityJson.write(AuthoritySnapshot.builder().put(States.grant()).build());
    assertThat(JsonWriter.pretty(json))
        .contains(
            """
                  "action": "ops.deploy",
                  "bound": {
                    "args.environment": "production",
                    "resource": {
                      "type": "ops.Service",
                      "id": "ledger"
                    }
                  },
                  "from": "2026-03-02T10:00:00Z",
                  "until": "2026-03-02T10:30:00Z",
                  "status": "pending",
                  "uses": 1
            """);
  }

  @Test
  void read_shortNames_areResolved() throws Exception {
    AuthoritySnapshot state =
        read(
            """
            {"grants": [{"id": "g", "template": "t",
              "holder": {"type": "Agent", "id": "bot"},
              "requester": {"type": "User", "id": "ann"},
              "origin": {"type": "User", "id": "ann"},
              "action": "deploy",
              "bound": {"resource": "ledger", "within": {"type": "System", "id": "pay"}},
              "from": "2026-03-02T10:00:00Z", "until": 1772449200000,
              "activated": "2026-03-02T10:00:00Z", "status": "active"}]}
            """);
    GrantRecord grant = state.grants().get(0);
    assertThat(grant.holder()).isEqualTo(States.BOT);
    assertThat(grant.action()).isEqualTo("ops.deploy");
    assertThat(grant.bound())
        .isEqualTo(Map.of("resource", States.LEDGER, "within", EntityId.of("ops.System", "pay")));
    assertThat(grant.untilMillis()).isEqualTo(1_772_449_200_000L);
    assertThat(state.grantsOf(States.BOT)).containsExactly(grant);
  }

  private static final String ANN = "{'type':'User','id':'ann'}";
  private static final String GRANT =
      "'id':'g','template':'t','holder':A,'requester':A,'origin':A,'from':0,'until':9,"
          + "'status':'pending'";
  private static final String APPROVAL =
      "'id':'a','approval':'r','digest':'d','requester':A,'opened':0";
  private static final String SESSION = "'id':'s','origin':A,'started':0,'values':{'mfa':true}";

  private static String json(String template) {
    return template
        .replace("GRANT", GRANT)
        .replace("APPROVAL", APPROVAL)
        .replace("SESSION", SESSION)
        .replace("A,", ANN + ",")
        .replace("A}", ANN + "}")
        .replace("[A]", "[" + ANN + "]")
        .replace('\'', '"');
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "{'grants':[{GRANT}],'approvals':[{APPROVAL,'grant':'g'}],'sessions':[{SESSION}]}|accepted",
        "[]|an object is needed, found an array",
        "{'grant':[]}|grant: not expected: the names are `approvals`, `counters`, `grants`,"
            + " `latest`, `position`, `sessions`, `suspensions`",
        "{'position':1.5}|position: `1.5` is not an Int: write digits alone, from -2^63 to 2^63 - 1",
        "{'latest':'today'}|latest: `today` is not an Instant: write it in UTC, to milliseconds at"
            + " most, as `2026-03-02T10:00:00Z`",
        "{'grants':{}}|grants: an array is needed, found an object",
        "{'grants':[{GRANT,'colour':1}]}|grants[0].colour: not expected: the names are `action`,"
            + " `activated`, `approvals`, `bound`, `from`, `holder`, `id`, `origin`, …",
        "{'grants':[{GRANT},{GRANT}]}|grants: `g` stands twice: leave one out",
        "{'grants':[{GRANT,'used':-1}]}|grants[0]: grant `g` ends before it starts or has a negative"
            + " count",
        "{'grants':[{GRANT,'used':3000000000}]}|grants[0].used: 3000000000 does not fit 32 bits",
        "{'grants':[{GRANT,'approvals':['a9']}]}|grants: grant `g` names approval `a9`, which is not"
            + " there",
        "{'grants':[{GRANT,'action':'fly'}]}|grants[0].action: no action `fly` is declared",
        "{'grants':[{GRANT,'bound':{'resource':'x'}}]}|grants[0].bound[`resource`]: not a part of"
            + " the action: bind `resource`, `within`, `args.x` or `facts.x`",
        "{'grants':[{GRANT,'action':'deploy','bound':{'args.who':'x'}}]}|grants[0].bound[`args.who`]:"
            + " not a part of the action: bind `resource`, `within`, `args.x` or `facts.x`",
        "{'grants':[{GRANT,'action':'deploy','bound':{'args.environment':'prod'}}]}"
            + "|grants[0].bound[`args.environment`]: `prod` is not one of `dev`, `staging`,"
            + " `production`",
        "{'grants':[{GRANT,'reviewed':'yes'}]}|grants[0].reviewed: a boolean is needed, found a"
            + " string",
        "{'approvals':[{APPROVAL}]}|approvals[0]: approval `a` must be for a request or for a grant",
        "{'approvals':[{APPROVAL,'grant':'g9'}]}|approvals: approval `a` names grant `g9`, which is"
            + " not there",
        "{'grants':[{GRANT}],'approvals':[{APPROVAL,'grant':'g','votes':[{'voter':A,'at':0,"
            + "'digest':'d'}]}]}|approvals[0].votes[0].yes: missing",
        "{'grants':[{GRANT}],'approvals':[{APPROVAL,'grant':'g','votes':[{'voter':A,'yes':true,"
            + "'at':0,'digest':'d','clauses':['x']}]}]}|approvals[0].votes[0].clauses: a value of Int"
            + " is needed, found a string",
        "{'approvals':[{APPROVAL,'claim':{'members':[],'action':'deploy','resource':A,"
            + "'args':{'environment':'dev'}}}]}|approvals[0]: a claim needs a principal",
        "{'approvals':[{APPROVAL,'claim':{'members':[A],'action':'deploy','resource':A}}]}"
            + "|approvals[0].claim.args.environment: missing: a value of ops.Environment is needed",
        "{'suspensions':[{'entity':{'type':'Robot','id':'r'},'by':A,'declaration':'d','at':0}]}"
            + "|suspensions[0].entity: no entity type `Robot` is declared",
        "{'sessions':[{'id':'s','origin':A,'started':0}]}|sessions[0].values.mfa: missing: a value of"
            + " Bool is needed",
        "{'sessions':[{SESSION,'parent':'s9'}]}|sessions: session `s` names session `s9`, which is"
            + " not there",
        "{'sessions':[{SESSION,'parent':'s'}]}|sessions: session `s` is its own parent, directly or"
            + " not",
        "{'counters':[{'limit':'l','key':'k','buckets':[{'from':0,'amount':1},{'from':0,"
            + "'amount':1}]}]}|counters[0].buckets: two start at one instant",
        "{'counters':[{'limit':'l','key':'k','buckets':[{'from':0,'amount':-1}]}]}"
            + "|counters[0]: a count is not negative",
      })
  void read_anythingElse_namesThePlace(String template, String message) throws Exception {
    Json json = JsonReader.read(json(template));
    InvalidValueException refused =
        catchThrowableOfType(
            InvalidValueException.class, () -> AuthorityJson.read(json, TestSchema.SCHEMA));
    assertThat(refused == null ? "accepted" : refused.getMessage()).isEqualTo(message);
  }
}
