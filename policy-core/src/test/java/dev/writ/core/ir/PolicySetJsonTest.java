package dev.writ.core.ir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.writ.core.model.Json;
import dev.writ.core.model.JsonLimits;
import dev.writ.core.model.JsonReader;
import dev.writ.core.model.JsonWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PolicySetJsonTest {

  private static final PolicySet WHOLE = PolicySetSamples.whole();
  private static final String TEXT = PolicySetJson.write(WHOLE);

  @Test
  void sample_everyRecordAndConstant_isThere() {
    IrInventory declared = IrInventory.ofTypes(PolicySet.class);
    IrInventory seen = IrInventory.ofValue(WHOLE);

    assertThat(seen.types()).containsExactlyInAnyOrderElementsOf(declared.types());
    assertThat(seen.present()).containsAll(declared.nullable());
    Set<String> absentSomewhere = new TreeSet<>(seen.absent());
    absentSomewhere.addAll(IrInventory.ofValue(PolicySetEdits.withoutSession(WHOLE)).absent());
    assertThat(absentSomewhere).containsExactlyInAnyOrderElementsOf(declared.nullable());
  }

  @Test
  void nullableComponents_areThoseThatAreAnnotated() {
    for (var component : IrInventory.ofTypes(PolicySet.class).components()) {
      assertThat(NullableComponents.contains(component))
          .as(component.getDeclaringRecord().getSimpleName() + "." + component.getName())
          .isEqualTo(IrInventory.isNullable(component));
    }
  }

  @Test
  void read_whatWasWritten_isEqual() {
    PolicySet back = PolicySetJson.read(TEXT);

    assertThat(back).isEqualTo(WHOLE);
    assertThat(PolicySetJson.write(back)).isEqualTo(TEXT);
    assertThat(PolicySetJson.read(TEXT.getBytes(StandardCharsets.UTF_8))).isEqualTo(WHOLE);
  }

  @Test
  void write_set_isTheCanonicalTextOfItsJson() {
    assertThat(TEXT).isEqualTo(JsonWriter.canonical(PolicySetJson.toJson(WHOLE)));
  }

  @Test
  void write_manyRulesThatSayTheSame_isTheCanonicalTextOfTheirJson() {
    List<Rule> rules = new ArrayList<>();
    String words = "a long text ".repeat(100);
    for (int i = 0; i < 200; i++) {
      Expr both =
          Expr.all(
              List.of(
                  new Expr.HasDelegator(),
                  new Expr.Or(List.of(ExprSamples.text("x" + i % 3), ExprSamples.text(words)))));
      Case text = PolicySetSamples.aCase(PolicySetSamples.DEPLOY, both);
      rules.add(
          new Rule(
              "app/" + i, "app", Rule.RuleEffect.PERMIT, false, List.of(text), null, List.of()));
    }
    PolicySet set = PolicySetEdits.withRules(WHOLE, rules);

    assertThat(PolicySetJson.write(set)).isEqualTo(JsonWriter.canonical(PolicySetJson.toJson(set)));
    assertThat(PolicySetHash.of(set)).isEqualTo(PolicySetHash.ofJson(PolicySetJson.toJson(set)));
  }

  @Test
  void read_setWithoutSession_isEqual() {
    PolicySet set = PolicySetEdits.withRules(PolicySetEdits.withoutSession(WHOLE), List.of());

    assertThat(PolicySetJson.read(PolicySetJson.write(set))).isEqualTo(set);
  }

  @Test
  void read_prettyPrinted_isEqual() throws Exception {
    assertThat(PolicySetJson.read(JsonWriter.pretty(JsonReader.read(TEXT)))).isEqualTo(WHOLE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''                                 | expected an object, found a string",
        "policySet.name                     | expected a string, found an object",
        "policySet.rules                    | expected an array, found an object",
        "policySet.rules[0].observed        | expected a boolean, found an object",
        "policySet.rules[0].effect          | expected a string, found an object",
        "policySet.limits[0].most           | expected an integer, found an object",
        "policySet.schema.enums             | expected an object, found a string",
        "policySet.rules[0].cases[0].condition.kind | expected a string, found an object",
      })
  void read_wrongType_namesThePlace(String place, String problem) {
    Json other = problem.endsWith("a string") ? Json.of("x") : new Json.Obj(Map.of());
    assertThatThrownBy(() -> PolicySetJson.fromJson(at(place, old -> other)))
        .isInstanceOf(PolicySetFormatException.class)
        .hasMessage((place.isEmpty() ? "" : "at `" + place + "`: ") + problem);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "policySet",
        "policySet.schema",
        "policySet.schema.actions.app.deploy",
        "policySet.schema.entityTypes.app.User.attributes",
        "policySet.rules[0]",
        "policySet.rules[0].cases[0]",
        "policySet.rules[0].cases[0].condition",
        "policySet.zones[0].transitions[0]",
      })
  void read_unknownField_isRefused(String place) {
    String escaped = place.replace("app.deploy", "app%deploy").replace("app.User", "app%User");
    Json broken =
        at(
            escaped,
            old -> {
              Map<String, Json> members = new LinkedHashMap<>(((Json.Obj) old).members());
              members.put("extra", Json.of(1));
              return new Json.Obj(members);
            });
    assertThatThrownBy(() -> PolicySetJson.fromJson(broken))
        .isInstanceOf(PolicySetFormatException.class)
        .hasMessage((place.isEmpty() ? "" : "at `" + place + "`: ") + "unknown field `extra`");
  }

  @ParameterizedTest
  @CsvSource({
    "'',writ",
    "'',policySet",
    "policySet,schema",
    "policySet,rules",
    "policySet.schema,enums",
    "policySet.rules[0],annotations",
    "policySet.rules[0].cases[0].condition,kind",
    "policySet.rules[0].cases[0].condition,operands",
    "policySet.limits[0].window,kind",
  })
  void read_missingField_isRefused(String place, String name) {
    assertThatThrownBy(() -> PolicySetJson.fromJson(at(place, old -> without(old, name))))
        .isInstanceOf(PolicySetFormatException.class)
        .hasMessage(
            (place.isEmpty() ? "" : "at `" + place + "`: ") + "missing field `" + name + "`");
  }

  @Test
  void read_everyField_isNeededUnlessItMayBeAbsent() {
    int refused = 0;
    for (String name : ((Json.Obj) at("policySet.grants[0]")).members().keySet()) {
      Json broken = at("policySet.grants[0]", old -> without(old, name));
      if (name.equals("review")) {
        continue;
      }
      assertThatThrownBy(() -> PolicySetJson.fromJson(broken))
          .as(name)
          .isInstanceOf(PolicySetFormatException.class);
      refused++;
    }
    assertThat(refused).isEqualTo(12);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "writ | 2 | another version than 1, the only one known here",
        "writ | \"1\" | another version than 1, the only one known here",
        "policySet.rules[0].effect | \"allow\" | unknown word `allow`, expected one of [forbid, permit]",
        "policySet.limits[0].window.kind | \"yearly\" | unknown kind `yearly`, expected one of"
            + " [calendar, rolling, sessionLife]",
        "policySet.limits[0].most | 1.5 | expected an integer, found `1.5`",
        "policySet.limits[0].most | 1e3 | expected an integer, found `1e3`",
        "policySet.limits[0].most | 9007199254740993 | the integer `9007199254740993` is too large"
            + " for a number: write it as a string",
        "policySet.limits[0].most | \"5\" | the integer `5` must be written as a number",
        "policySet.limits[0].most | \"99999999999999999999\" | expected an integer, found"
            + " `99999999999999999999`",
        "policySet.limits[0].most | \"9999999999999999999\" | the integer `9999999999999999999` is"
            + " out of range",
        "policySet.grants[0].uses | 3000000000 | the integer `3000000000` is out of range",
        "policySet.rules[0].because | null | expected a string, found null",
      })
  void read_wrongValue_saysWhatIsExpected(String place, String json, String problem)
      throws Exception {
    Json value = JsonReader.read(json);
    assertThatThrownBy(() -> PolicySetJson.fromJson(at(place, old -> value)))
        .isInstanceOf(PolicySetFormatException.class)
        .hasMessage("at `" + place + "`: " + problem);
  }

  @Test
  void read_brokenRecord_saysWhyAtItsPlace() {
    Json broken = at("policySet.grants[0].lastsMillis", old -> Json.of(0));

    assertThatThrownBy(() -> PolicySetJson.fromJson(broken))
        .hasMessage(
            "at `policySet.grants[0]`: grant `app.break_glass` has a bound that is not positive");
  }

  @Test
  void read_undeclaredEnum_isRefused() {
    Json broken = at("policySet.schema", old -> with(old, "enums", new Json.Obj(Map.of())));

    assertThatThrownBy(() -> PolicySetJson.fromJson(broken))
        .hasMessageEndingWith("the enum `app.Environment` is not declared");
  }

  @Test
  void read_danglingName_isRefused() {
    Json broken = at("policySet.grants[2].needs", old -> new Json.Arr(List.of(Json.of("app.x"))));

    assertThatThrownBy(() -> PolicySetJson.fromJson(broken))
        .isInstanceOf(PolicySetFormatException.class)
        .hasMessage("grant `app.prod`: the approval `app.x` is not declared");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "{\"writ\": 1, \"writ\": 1} | stands twice",
        "{\"writ\": 1 | line 1, column 11",
        "[] | expected an object, found an array",
        "{} | missing field `writ`",
        "nonsense | line 1",
      })
  void read_noPolicySet_isRefused(String text, String part) {
    assertThatThrownBy(() -> PolicySetJson.read(text))
        .isInstanceOf(PolicySetFormatException.class)
        .hasMessageContaining(part);
  }

  @Test
  void read_beyondALimit_isRefused() {
    assertThatThrownBy(() -> PolicySetJson.read(TEXT, new JsonLimits(100, 100, 20)))
        .isInstanceOf(PolicySetFormatException.class)
        .hasMessageContaining("longer than 100");
    assertThatThrownBy(() -> PolicySetJson.read(TEXT, new JsonLimits(1 << 20, 5, 20)))
        .isInstanceOf(PolicySetFormatException.class)
        .hasMessageContaining("deeper than 5");
  }

  @Test
  void read_nestedBeyondTheDefault_isRefusedWithoutOverflow() {
    String deep = "{\"writ\": 1, \"policySet\": " + "[".repeat(100_000);

    assertThatThrownBy(() -> PolicySetJson.read(deep))
        .isInstanceOf(PolicySetFormatException.class)
        .hasMessageContaining("deeper than 1000");
  }

  @Test
  void write_deepExpression_isReadBack() {
    Expr deep = Expr.yes();
    for (int i = 0; i < 400; i++) {
      deep = new Expr.Not(deep);
    }
    PolicySet set = PolicySetEdits.withCondition(WHOLE, deep);

    assertThat(PolicySetJson.read(PolicySetJson.write(set))).isEqualTo(set);
  }

  private static Json without(Json json, String name) {
    Map<String, Json> members = new LinkedHashMap<>(((Json.Obj) json).members());
    assertThat(members.remove(name)).isNotNull();
    return new Json.Obj(members);
  }

  private static Json with(Json json, String name, Json value) {
    Map<String, Json> members = new LinkedHashMap<>(((Json.Obj) json).members());
    members.put(name, value);
    return new Json.Obj(members);
  }

  private static Json at(String place) {
    Json[] found = new Json[1];
    at(
        place,
        old -> {
          found[0] = old;
          return old;
        });
    return found[0];
  }

  /** The sample with what stands at a place changed; {@code %} stands for a dot in a name. */
  private static Json at(String place, UnaryOperator<Json> edit) {
    return JsonEdits.at(PolicySetJson.toJson(WHOLE), place, edit);
  }
}
