package dev.writ.dsl.lower;

import static org.assertj.core.api.Assertions.assertThat;

import dev.writ.dsl.check.expression.ExpressionLimits;
import dev.writ.dsl.check.expression.Position;
import dev.writ.dsl.source.Diagnostic;
import dev.writ.dsl.source.RelatedSpan;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LetsTest {
  private static final String HEAD = "(act by Agent on Service) = ";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          let t = args.count when t == 3 | args.count == 3
          let t = args.count let u = t + 1 when u == t | args.count + 1 == args.count
          let e = prod when args.environment == e | args.environment == prod
          let e = [dev, prod] when args.environment in e | [dev, prod] contains args.environment
          let h = args.url.host when h under "example.com" | args.url.host under "example.com"
          let p = args.pin when p == "1" | args.pin == "1"
          let a = args when a.count == 3 | args.count == 3
          let x = args.name when any y in args.to: y == x | any y in args.to: y == args.name
          let q = any y in args.to: y == "a" when q and q | (any y in args.to: y == "a") and (any y_2 in args.to: y_2 == "a")
          let s = args.to when source of args.to == user and nonempty s | source of args.to == user and size(args.to) > 0
          let a = approved review when a or args.ok | approved review or args.ok
          """)
  void letOfRule_isPutIn(String source, String expected) {
    assertThat(new ExpressionFixture().lowered(source)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          when owns | principal.owner == origin
          when a.b.owns | principal.owner == origin
          when not owns or args.ok | not principal.owner == origin or args.ok
          when lead.name == "a" | principal.owner.name == "a"
          when deep | principal.owner.name == "a" and principal.owner == origin
          when given and args.note == "a" | args has note and args.note == "a"
          """)
  void letOfModule_isPutIn(String source, String expected) {
    String lets =
        "let owns"
            + HEAD
            + "principal.owner == origin;"
            + "let lead"
            + HEAD
            + "principal.owner;"
            + "let deep"
            + HEAD
            + "lead.name == \"a\" and owns;"
            + "let given"
            + HEAD
            + "args has note;";

    assertThat(new ExpressionFixture().lets(lets).lowered(source)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          let t = u let u = args.ok when t | UNKNOWN_NAME [u] `u` is not declared yet (a let sees those before it: move `let u` up)
          let t = t when args.ok | UNKNOWN_NAME [t] `t` is not declared yet (a let sees those before it: move `let t` up)
          let t = args.zzz when args.ok | UNKNOWN_FIELD [zzz] `args` has no `zzz`
          let t = args.ok when tt | UNKNOWN_NAME [tt] `tt` is not declared (did you mean `t`?)
          let prod = args.environment when args.environment == prod | AMBIGUOUS_NAME [prod] `prod` is declared here and is a value of `Environment` too
          let x = args.ok when any x in args.to: x == "a" | SHADOWED_NAME [x] `x` stands for something else here already
          let t = x == "a" when any x in args.to: t | UNKNOWN_NAME [x] `x` is not declared
          let q = any y in args.to: y == "a" when any x in args.to: q | NESTED_QUANTIFIER [any y in args.to: y == "a"] a quantifier cannot stand inside another
          let t = now - args.since when t < 5m | MISPLACED_NOW [now - args.since] `now - args.since` cannot stand here
          let t = not approved review when t | APPROVAL_WOULD_NARROW [approved review] `approved` cannot stand here
          """)
  void letOfRule_thatIsWrong_isExplained(String source, String expected) {
    assertThat(new ExpressionFixture().problems(source))
        .singleElement()
        .asString()
        .startsWith(expected);
  }

  @Test
  void letOfModule_thatUsesItself_isExplained() {
    String lets = "let a" + HEAD + "b;" + "let b" + HEAD + "not a;";

    List<Diagnostic> found = new ExpressionFixture().lets(lets).found("when a");

    assertThat(found).hasSize(1);
    assertThat(ExpressionFixture.text(found.get(0)))
        .isEqualTo(
            "RECURSIVE_LET [a] `a` stands for something that holds `a` itself"
                + " (a let cannot use itself: a → b → a)");
    assertThat(found.get(0).file().name()).isEqualTo("lets.writ");
    assertThat(found.get(0).related())
        .extracting(RelatedSpan::label)
        .containsExactly("`b` is used here", "`a` is used here");
  }

  @Test
  void errorInLetOfModule_pointsAtTheLetAndAtItsUse() {
    Diagnostic found =
        new ExpressionFixture()
            .lets("let owns" + HEAD + "principal.ownr == origin;")
            .found("when args.ok and owns")
            .get(0);

    assertThat(found.file().name()).isEqualTo("lets.writ");
    assertThat(found.underlined()).isEqualTo("ownr");
    assertThat(found.related())
        .singleElement()
        .satisfies(
            use -> {
              assertThat(use.file().name()).isEqualTo("a.writ");
              assertThat(use.file().slice(use.span())).isEqualTo("owns");
            });
  }

  @Test
  void letOfModule_forAnotherHead_isExplained() {
    assertThat(
            new ExpressionFixture()
                .lets("let elsewhere" + HEAD + "args.ok;")
                .problems("when elsewhere"))
        .containsExactly("UNKNOWN_NAME [elsewhere] `elsewhere` is for another head");
  }

  @Test
  void letOfModule_mayTestForTypesOfAWiderHead() {
    ExpressionFixture fixture =
        new ExpressionFixture()
            .lets("let x" + HEAD + "principal is Service and args.ok;")
            .context(context -> context.withHead(List.of("Agent"), List.of("Service")));

    assertThat(fixture.lowered("when not x")).isEqualTo("true");
  }

  @Test
  void letOfModule_doesNotSeeVariablesOrLetsOfItsUse() {
    List<String> problems =
        new ExpressionFixture()
            .lets("let a" + HEAD + "x == \"a\" and t;")
            .problems("let t = args.ok when any x in args.to: a and t");

    assertThat(problems)
        .containsExactly(
            "UNKNOWN_NAME [x] `x` is not declared", "UNKNOWN_NAME [t] `t` is not declared");
  }

  @Test
  void letsThatDouble_aboveTheLimit_areRefusedQuickly() {
    StringBuilder lets = new StringBuilder("let a0" + HEAD + "args.ok;");
    for (int i = 1; i < 60; i++) {
      lets.append("let a" + i + HEAD + "a" + (i - 1) + " and a" + (i - 1) + ";");
    }

    assertThat(new ExpressionFixture().lets(lets.toString()).problems("when a59"))
        .containsExactly(
            "EXPANSION_TOO_LARGE [a59] the condition holds more than 10000 names and operators"
                + " (what a let stands for is put in at every use: let lets use each other less)");
  }

  @Test
  void letsInAChain_aboveTheDepth_areRefused() {
    StringBuilder lets = new StringBuilder("let a0" + HEAD + "args.ok;");
    for (int i = 1; i < 300; i++) {
      lets.append("let a" + i + HEAD + "not a" + (i - 1) + ";");
    }

    assertThat(new ExpressionFixture().lets(lets.toString()).problems("when a299"))
        .singleElement()
        .asString()
        .startsWith("EXPANSION_TOO_LARGE [a299] the condition is nested more than 200 levels deep");
  }

  @Test
  void conditionWithoutLets_aboveTheLimit_isRefused() {
    assertThat(
            new ExpressionFixture()
                .limits(new ExpressionLimits(5, 100, 3, 100))
                .problems("when args.ok and args.ok and args.ok"))
        .singleElement()
        .asString()
        .contains("the condition holds more than 5 names and operators (split the rule)");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          WIDENS  | approved review | ok
          WIDENS  | args.ok and (approved review or confirmed say_yes) | ok
          NARROWS | approved review | APPROVAL_WOULD_NARROW
          NEUTRAL | approved review | APPROVAL_WOULD_NARROW
          NARROWS | session labelled untrusted | ok
          NARROWS | args.ok or (session labelled untrusted and args.ok) | ok
          NARROWS | not (session labelled untrusted) | LABEL_WOULD_WIDEN
          WIDENS  | session labelled untrusted | LABEL_WOULD_WIDEN
          NEUTRAL | session labelled untrusted | LABEL_WOULD_WIDEN
          WIDENS  | every x in args.to: approved review | APPROVAL_WOULD_NARROW
          WIDENS  | if args.ok then true else granted break_glass | APPROVAL_WOULD_NARROW
          """)
  void position_ofATest_isRespected(Position position, String source, String expected) {
    for (String condition : List.of("when " + source, "let t = " + source + " when t")) {
      List<String> codes = new ArrayList<>();
      new ExpressionFixture()
          .position(position, Position.NEUTRAL)
          .found(condition)
          .forEach(problem -> codes.add(problem.code().name()));
      assertThat(codes)
          .as(condition)
          .isEqualTo(expected.equals("ok") ? List.of() : List.of(expected));
    }
  }
}
