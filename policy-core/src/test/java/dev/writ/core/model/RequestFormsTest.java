package dev.writ.core.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Requests that are bound by their forms come out as those that are bound part by part. */
class RequestFormsTest {
  private static final int REQUESTS = 40_000;
  private static final String LONG = "x".repeat(70_000);
  private static final String HALF = "\ud800";

  private static final EntityStore STORE =
      EntityStore.bind(
          TestSchema.SCHEMA,
          Entities.of(
              Entity.of("User", "ann"),
              Entity.of("User", "broken").with("oncall", "yes"),
              Entity.of("Agent", "bot").with("owner", "ann"),
              Entity.of("Agent", "helper").with("owner", "ann"),
              Entity.of("Team", "sre"),
              Entity.of("Service", "ledger").with("team", "sre")));

  private static final List<EntityId> PARTIES =
      List.of(
          EntityId.of("Agent", "bot"),
          EntityId.of("ops.Agent", "bot"),
          EntityId.of("ops.Agent", "helper"),
          EntityId.of("User", "ann"),
          EntityId.of("User", "broken"),
          EntityId.of("User", "nobody"),
          EntityId.of("User", HALF),
          EntityId.of("Agent", LONG),
          EntityId.of("Team", "sre"),
          EntityId.of("Page", "p"),
          EntityId.of("ps.Agent", "bot"),
          EntityId.of("NoType", "n"));

  private static final List<EntityId> RESOURCES =
      List.of(
          EntityId.of("Service", "ledger"),
          EntityId.of("ops.Service", "unknown"),
          EntityId.of("Note", "n"),
          EntityId.of("Service", LONG),
          EntityId.of("Team", "sre"));

  private static final List<String> ACTIONS =
      List.of(
          "deploy", "deploy", "ops.deploy", "read", "ops.read", "docs.read", "restart", "", "x");

  private static final List<String> NAMES =
      List.of(
          "environment",
          "environment",
          "ticket",
          "count",
          "to",
          "addresses",
          "owner",
          "token",
          "extra",
          "digest",
          "none");

  private static final List<Object> VALUES =
      Arrays.asList(
          "production",
          "dev",
          "prod",
          "",
          HALF,
          LONG,
          "x".repeat(65_536),
          "ann",
          3,
          -7L,
          Long.MAX_VALUE,
          true,
          Json.Null.INSTANCE,
          Json.of("dev"),
          new Json.Num("-0"),
          new Json.Num("12345678901234567890"),
          new Json.Num("-9223372036854775808"),
          new Json.Num("1.0"),
          new Json.Num("1e3"),
          new BigDecimal("2.5"),
          "9007199254740993",
          "10.0.0.1",
          "https://example.org/",
          List.of("a", "b"),
          List.of("a", "a"),
          List.of("10.0.0.1", "::1"),
          EntityId.of("User", "ann"),
          EntityId.of("Agent", "bot"));

  private final Random random = new Random(20_261_122);

  private <T> T any(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  private <T> T mostly(List<T> list) {
    return random.nextInt(4) > 0 ? list.get(0) : any(list);
  }

  private Request request() {
    Request request = Request.of(mostly(PARTIES), mostly(ACTIONS), mostly(RESOURCES));
    if (random.nextInt(3) == 0) {
      List<EntityId> chain = new ArrayList<>();
      for (int i = random.nextInt(3); i >= 0; i--) {
        chain.add(random.nextInt(9) == 0 ? any(PARTIES) : any(PARTIES.subList(2, 4)));
      }
      request = request.onBehalfOf(chain);
    }
    if (random.nextInt(5) > 0) {
      request = request.arg("environment", any(List.of("production", "dev", "staging")));
    }
    for (int i = random.nextInt(3); i > 0; i--) {
      request = request.arg(any(NAMES), any(VALUES));
    }
    if (random.nextInt(3) == 0) {
      request = request.fact(random.nextInt(4) == 0 ? any(NAMES) : "digest", any(VALUES));
    }
    if (random.nextInt(5) == 0) {
      request = request.source(any(NAMES), any(List.of(Source.values())));
    }
    if (random.nextInt(9) == 0) {
      request = request.idempotencyKey(any(List.of("k", "", LONG, HALF)));
    }
    return random.nextInt(4) == 0 ? request.session(any(List.of("s1", "", LONG, HALF))) : request;
  }

  private static Object bound(Request request, DataLimits limits, boolean closely) {
    try {
      return closely
          ? RequestBinding.bindClosely(TestSchema.SCHEMA, STORE, request, limits)
          : RequestBinding.bind(TestSchema.SCHEMA, STORE, request, limits);
    } catch (InvalidRequestException e) {
      return e.place() + ": " + e.reason();
    }
  }

  @Test
  void bind_anyRequest_isAsWhenBoundPartByPart() {
    RequestForms forms = Objects.requireNonNull(STORE.forms(TestSchema.SCHEMA, DataLimits.DEFAULT));
    int byForms = 0;
    int refused = 0;
    for (int i = 0; i < REQUESTS; i++) {
      Request request = request();
      Object expected = bound(request, DataLimits.DEFAULT, true);
      assertThat(bound(request, DataLimits.DEFAULT, false)).isEqualTo(expected);
      byForms += forms.bind(STORE, request) == null ? 0 : 1;
      refused += expected instanceof String ? 1 : 0;
    }
    assertThat(byForms).isGreaterThan(REQUESTS / 20);
    assertThat(refused).isGreaterThan(REQUESTS / 20);
    assertThat(byForms + refused).isGreaterThan(REQUESTS - REQUESTS / 20);
  }

  @Test
  void forms_otherSchemaOrLimits_areNone() {
    DataLimits narrow = new DataLimits(10, 10, 10, 10, 1);
    assertThat(STORE.forms(TestSchema.SCHEMA, narrow)).isNull();
    Schema other =
        new Schema(
            TestSchema.SCHEMA.enums(),
            TestSchema.SCHEMA.entityTypes(),
            TestSchema.SCHEMA.actions(),
            TestSchema.SCHEMA.obligations(),
            TestSchema.SCHEMA.session());
    assertThat(STORE.forms(other, DataLimits.DEFAULT)).isNull();
  }

  @Test
  void arg_toldAgain_takesThePlaceOfTheFirst() {
    Request request =
        Request.of(EntityId.of("A", "a"), "b", EntityId.of("C", "c"))
            .arg("x", 1)
            .arg("y", true)
            .arg("z", "3")
            .arg("x", 4L)
            .arg("y", Json.Null.INSTANCE);
    assertThat(request.args().keySet()).containsExactly("x", "y", "z");
    assertThat(request.args().values())
        .containsExactly(Json.of(4), Json.Null.INSTANCE, Json.of("3"));
  }
}
