package dev.writ.core.engine;

import static dev.writ.core.engine.SetBuilder.equal;
import static dev.writ.core.engine.SetBuilder.names;
import static dev.writ.core.engine.SetBuilder.optional;
import static dev.writ.core.engine.SetBuilder.principal;
import static dev.writ.core.engine.SetBuilder.resource;
import static dev.writ.core.engine.SetBuilder.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.writ.core.ir.Case;
import dev.writ.core.ir.EntityPattern;
import dev.writ.core.ir.Expr;
import dev.writ.core.ir.GrantTemplate;
import dev.writ.core.model.Entities;
import dev.writ.core.model.Entity;
import dev.writ.core.model.EntityId;
import dev.writ.core.model.EntityStore;
import dev.writ.core.model.Type;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class EverPermittedTest {

  private static final EntityId SRE = EntityId.of("Team", "sre");
  private static final EntityId OPS = EntityId.of("Team", "ops");
  private static final EntityId ANN = EntityId.of("User", "ann");
  private static final EntityId BOT = EntityId.of("Agent", "bot");
  private static final EntityPattern AGENTS = new EntityPattern(names("Agent"), null, List.of());

  private static SetBuilder set() {
    return new SetBuilder()
        .entity("Team")
        .human("User", optional("role", Type.Scalar.STRING), optional("on", Type.Scalar.BOOL))
        .entity("Agent")
        .type("Guest", true, true, optional("role", Type.Scalar.STRING))
        .entity("Doc")
        .action("read", "User Agent Guest", "Doc Team")
        .action("purge", "User", "Doc");
  }

  private static boolean test(SetBuilder set, EntityId principal, String action) {
    var policies = set.build();
    Entities entities =
        Entities.of(
            Entity.of(SRE),
            Entity.of(ANN).in(SRE).with("role", "admin").with("on", true),
            Entity.of(BOT).in(SRE));
    return new EverPermitted(policies, EntityStore.bind(policies.schema(), entities))
        .test(principal, action);
  }

  static Stream<Arguments> conditions() {
    Expr role = new Expr.Member(principal(), "role");
    Expr open = new Expr.Granted("x");
    return Stream.of(
        Arguments.of(Expr.yes(), true),
        Arguments.of(Expr.no(), false),
        Arguments.of(open, true),
        Arguments.of(new Expr.And(List.of(open, Expr.no())), false),
        Arguments.of(new Expr.And(List.of(open, Expr.yes())), true),
        Arguments.of(new Expr.Or(List.of(open, Expr.no())), true),
        Arguments.of(new Expr.Not(Expr.yes()), false),
        Arguments.of(new Expr.Not(open), true),
        Arguments.of(new Expr.If(Expr.yes(), Expr.no(), Expr.yes()), false),
        Arguments.of(new Expr.If(open, Expr.no(), Expr.no()), true),
        Arguments.of(Expr.is(principal(), "User"), true),
        Arguments.of(Expr.is(principal(), "Agent"), false),
        Arguments.of(Expr.is(resource(), "Doc"), true),
        Arguments.of(Expr.in(principal(), SRE), true),
        Arguments.of(Expr.in(principal(), OPS), false),
        Arguments.of(Expr.in(resource(), OPS), true),
        Arguments.of(
            new Expr.InEntities(
                principal(), List.of(new Expr.Const(OPS), new Expr.Member(resource(), "t"))),
            true),
        Arguments.of(equal(role, text("admin")), true),
        Arguments.of(equal(role, text("user")), false),
        Arguments.of(equal(role, new Expr.Member(resource(), "role")), true),
        Arguments.of(equal(principal(), new Expr.Const(ANN)), true),
        Arguments.of(equal(principal(), new Expr.Const(BOT)), false),
        Arguments.of(new Expr.Compare(Expr.Comparison.NE, role, text("admin")), false),
        Arguments.of(new Expr.Member(principal(), "on"), true),
        Arguments.of(new Expr.Not(new Expr.Member(principal(), "on")), false),
        Arguments.of(new Expr.Member(principal(), "absent"), true));
  }

  @ParameterizedTest
  @MethodSource("conditions")
  void test_permitUnderACondition_isFalseOnlyWhereItMustBe(Expr condition, boolean possible) {
    assertThat(test(set().permit("p", "read", condition), ANN, "read")).isEqualTo(possible);
  }

  @ParameterizedTest
  @MethodSource("conditions")
  void test_forbidUnderTheOpposite_isFalseOnlyWhereItMustBe(Expr condition, boolean possible) {
    SetBuilder set =
        set().permit("p", "read", Expr.yes()).forbid("f", "read", new Expr.Not(condition));

    assertThat(test(set, ANN, "read")).isEqualTo(possible);
  }

  @Test
  void test_nothingPermits_isFalse() {
    assertThat(test(set(), ANN, "read")).isFalse();
    assertThat(test(set().permit("p", "purge", Expr.yes()), ANN, "read")).isFalse();
  }

  @Test
  void test_unknownNames_areFalse() {
    SetBuilder set = set().permit("p", "read", Expr.yes());

    assertThat(test(set, ANN, "write")).isFalse();
    assertThat(test(set, EntityId.of("User", "nobody"), "read")).isFalse();
    assertThat(test(set, EntityId.of("Robot", "r2"), "read")).isFalse();
    assertThat(test(set.permit("q", "purge", Expr.yes()), BOT, "purge")).isFalse();
  }

  @Test
  void test_principalThatComesWithTheRequest_isOpen() {
    EntityId guest = EntityId.of("Guest", "g");
    Expr admin = equal(new Expr.Member(principal(), "role"), text("admin"));

    assertThat(test(set().permit("p", "read", admin), guest, "read")).isTrue();
    assertThat(test(set().permit("p", "read", Expr.in(principal(), SRE)), guest, "read")).isTrue();
    assertThat(test(set().permit("p", "read", Expr.is(principal(), "User")), guest, "read"))
        .isFalse();
  }

  @Test
  void test_agent_needsAScopeThatLetsItThrough() {
    SetBuilder unbounded = set().permit("p", "read", Expr.yes());
    assertThat(test(unbounded, BOT, "read")).isFalse();
    assertThat(test(unbounded.scope("s", AGENTS, false, "read", Expr.yes()), BOT, "read")).isTrue();
    assertThat(test(unbounded.scope("t", AGENTS, false, "purge", Expr.yes()), BOT, "read"))
        .isFalse();
  }

  @Test
  void test_scopeForAnotherGroup_doesNotBind() {
    EntityPattern others = new EntityPattern(names("User"), null, List.of(OPS));
    EntityPattern mine = new EntityPattern(names("User"), null, List.of(SRE));
    SetBuilder set = set().permit("p", "read", Expr.yes());

    assertThat(test(set.scope("s", others, false, "purge", Expr.yes()), ANN, "read")).isTrue();
    assertThat(test(set.scope("t", mine, false, "purge", Expr.yes()), ANN, "read")).isFalse();
  }

  @Test
  void test_delegate_canBeCarriedByItsDelegator() {
    SetBuilder set = set().scope("s", AGENTS, true, "read", Expr.yes());

    assertThat(test(set, BOT, "read")).isTrue();
  }

  @Test
  void test_grantOfATemplate_isEnough() {
    SetBuilder set = set();
    GrantTemplate grant =
        new GrantTemplate(
            "g",
            "",
            false,
            List.of(new Case(set.slots("read"), Expr.yes(), List.of())),
            List.of(),
            false,
            List.of(),
            List.of(),
            new GrantTemplate.Binding(true, false, null, names()),
            1_000,
            1,
            null,
            List.of());

    assertThat(test(set.grant(grant), ANN, "read")).isTrue();
  }
}
