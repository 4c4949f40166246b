package dev.writ.core.ir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.writ.core.model.EntityId;
import dev.writ.core.model.EnumValue;
import dev.writ.core.model.Json;
import dev.writ.core.model.SetValue;
import dev.writ.core.model.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class PolicySetCheckTest {

  private static final PolicySet WHOLE = PolicySetSamples.whole();

  @Test
  void problems_wholeSet_areNone() {
    assertThat(PolicySetCheck.problems(WHOLE)).isEmpty();
  }

  static Stream<Arguments> conditions() {
    Expr local = new Expr.Local("r");
    Expr nested =
        new Expr.Quantified(
            false, "r", List.of(new Expr.QuantifiedSet(null, ExprSamples.arg("to"))), Expr.yes());
    return Stream.of(
        condition(Expr.is(ExprSamples.root(Expr.Root.PRINCIPAL), "app.X"), type("app.X")),
        condition(new Expr.Const(EntityId.of("app.X", "1")), type("app.X")),
        condition(new Expr.Const(SetValue.of(List.of(EntityId.of("app.X", "1")))), type("app.X")),
        condition(new Expr.Approved("app.x"), "the approval `app.x` is not declared"),
        condition(new Expr.Approved("app.say_yes"), "the approval `app.say_yes` is not declared"),
        condition(
            new Expr.Confirmed("app.review"), "the confirmation `app.review` is not declared"),
        condition(new Expr.Granted("app.x"), "the grant `app.x` is not declared"),
        condition(new Expr.Labelled("app.x"), "the label `app.x` is not declared"),
        condition(
            new Expr.HourCompare("Europe/Paris", Expr.Comparison.LT, ExprSamples.number(1)),
            "the zone `Europe/Paris` has no table"),
        condition(
            new Expr.WeekdayIn("Europe/Berlin", new TreeSet<>(List.of(7))),
            "a day of the week is 0 to 6"),
        condition(
            new Expr.TimeOfDayBetween("Europe/Berlin", 0, 1440),
            "a minute of the day is 0 to 1439"),
        condition(ExprSamples.root(Expr.Root.APPROVER), "`approver` is not known here"),
        condition(ExprSamples.root(Expr.Root.REQUESTER), "`requester` is not known here"),
        condition(local, "the variable `r` is not bound"),
        condition(
            new Expr.Quantified(
                true, "r", List.of(new Expr.QuantifiedSet(null, ExprSamples.arg("to"))), nested),
            "the variable `r` is bound twice"),
        condition(
            new Expr.Const(
                new EnumValue(
                    new Type.EnumType(
                        "app.Environment", true, List.of(new Type.Enumerator("dev", "dev"))),
                    0)),
            "the enum `app.Environment` is not the declared one"));
  }

  private static Arguments condition(Expr expr, String problem) {
    return Arguments.of(expr, problem);
  }

  private static String type(String name) {
    return "the entity type `" + name + "` is not declared";
  }

  @ParameterizedTest
  @MethodSource("conditions")
  void problems_conditionWithUndeclaredName_areTold(Expr expr, String problem) {
    Expr deep = new Expr.Not(new Expr.And(List.of(Expr.yes(), expr)));

    assertThat(PolicySetCheck.problems(PolicySetEdits.withCondition(WHOLE, deep)))
        .containsExactly("rule `app/own`: " + problem);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "rules[0].module | \"x\" | rule `app/everything`: the module `x` is not declared",
        "rules[0].cases[0].slots[0].action | \"x\" | `x by app.Agent on app.Service` is not declared",
        "rules[0].cases[0].slots[0].principalType | \"app.Team\" | `app.deploy by app.Team on"
            + " app.Service` is not declared",
        "rules[0].cases[0].obligations[0].name | \"x\" | the obligation `x` is not declared",
        "rules[0].cases[0].obligations[0].arguments | [] | the obligation `log` has another number"
            + " of parameters",
        "rules[1].id | \"app/everything\" | rule `app/everything`: declared twice",
        "limits[0].id | \"app/own\" | limit `app/own`: a rule has the same id",
        "limits[0].window.zone | \"X\" | the zone `X` has no table",
        "modules[1].guard.type | \"app.X\" | module `app`: the entity type `app.X` is not declared",
        "scopes[0].subjects | [] | scope `app.bots`: applies to nobody",
        "scopes[0].subjects[0].types | [\"app.X\"] | the entity type `app.X` is not declared",
        "approvals[0].ignores | [\"args.x\"] | approval `app.review`: no action declares `args.x`",
        "approvals[0].cases[0].quorum.clauses[0].types | [\"app.Agent\"] | voters of type"
            + " `app.Agent` are not human",
        "approvals[0].cases[0].quorum.clauses[0].forEach.local | \"u\" | the variable `t` is not"
            + " bound",
        "grants[2].binds.fields | [\"facts.x\"] | grant `app.prod`: no action declares `facts.x`",
        "grants[2].needs | [\"app.say_yes\"] | the approval `app.say_yes` is not declared",
        "grants[2].emergency | true | a review goes with emergency, and only it",
        "suspends[0].types | [\"app.X\"] | suspend `app.X`: the entity type `app.X` is not declared",
        "schema.entityTypes.app%User.person | \"x\" | identified by `x`, which is no attribute of it",
        "schema.entityTypes.app%User.parentTypes | [\"x\"] | the entity type `x` is not declared",
        "schema.entityTypes.app%User.name | \"x\" | listed under another name than its own, `x`",
        "schema.actions.app%deploy.resourceTypes | [] | has no resource type",
        "tools[0].action | \"app.x\" | tool `deploy` of `ci`: the action `app.x` is not declared",
        "tools[0].module | \"x\" | tool `deploy` of `ci`: the module `x` is not declared",
        "tools[0].module | \"app\" | tool `deploy` of `ci`: the module `app` has a guard",
        "tools[0].tool | \" \" | tool ` ` of `ci`: the name is empty",
        "tools[0].server | \"\" | tool `deploy` of ``: the server is empty",
        "tools[0].digest | \"sha256:1F\" | the digest is not `sha256:` and 64 hexadecimal digits",
        "tools[0].resource.type | \"app.Team\" | `app.Team` is no resource type of the action",
        "tools[0].resource.argument | \"note\" | the argument `note` is placed twice",
        "tools[0].ignored | [\"service\"] | the argument `service` is placed twice",
        "tools[0].ignored | [\"tags\"] | the argument `tags` is placed twice",
        "tools[0].placements | [] | the argument `a_BOOL` is required and gets no value",
        "tools[0].placements[0].optional | true | the argument `a_BOOL` is required, what it is made"
            + " of is not",
        "tools[0].placements[0].target | \"x\" | the action has no argument `x`",
        "tools[0].placements[0].target | \"tags\" | the argument `tags` gets two values",
        "tools[0].placements[0].argument | \"tags\" | the argument `tags` is placed twice",
        "tools[0].placements[17].target | \"tags\" | the argument `tags` is no set of records",
        "tools[0].placements[17].parts[0].field | \"x\" | the records of `swaps` have no field `x`",
        "tools[0].placements[17].parts[0].field | \"old\" | the field `old` gets two values",
        "tools[0].placements[17].parts[0].field | \"old\" | the field `new` is required and gets no"
            + " value",
        "tools[0].placements[17].parts | [] | zipped are at least two arguments",
        "tools[1].resource.field | \"issued\" | the session has no entity `issued`",
        "tools[1].resource.field | \"x\" | the session has no entity `x`",
        "tools[2].resource.entity.id | \"c\" | there is no `app.Service::\"c\"`",
        "tools[2].resource.entity.type | \"app.X\" | `app.X` is no resource type of the action",
        "tools[2].tool | \"deploy\" | tool `deploy`: bound for any server and for one of them",
        "tools[2].tool | \"deploy default\" | tool `deploy default`: declared twice",
      })
  void problems_brokenDeclaration_areTold(String place, String json, String problem)
      throws Exception {
    Json value = dev.writ.core.model.JsonReader.read(json);
    Json broken = JsonEdits.at(PolicySetJson.toJson(WHOLE), "policySet." + place, old -> value);
    assertThatThrownBy(() -> PolicySetJson.fromJson(broken))
        .isInstanceOf(PolicySetFormatException.class)
        .hasMessageContaining(problem);
  }

  @Test
  void problems_slotInTwoCases_areTold() {
    Case one = PolicySetSamples.aCase(PolicySetSamples.DEPLOY, Expr.yes());
    Rule rule =
        new Rule("app/r", "app", Rule.RuleEffect.PERMIT, false, List.of(one, one), null, List.of());
    List<Rule> rules = new ArrayList<>(WHOLE.rules());
    rules.add(rule);

    assertThat(PolicySetCheck.problems(PolicySetEdits.withRules(WHOLE, rules)))
        .containsExactly(
            "rule `app/r`: two cases speak for `app.deploy by app.User on app.Service`");
  }
}
