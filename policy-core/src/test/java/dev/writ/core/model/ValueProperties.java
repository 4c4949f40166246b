package dev.writ.core.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for all values of all types, and for all JSON. */
class ValueProperties {

  private static final ValueReader READER = new ValueReader(TestSchema.SCHEMA, DataLimits.DEFAULT);

  @Provide
  Arbitrary<TypedValues.Typed> typed() {
    return TypedValues.any();
  }

  @Provide
  Arbitrary<Json> json() {
    return TypedValues.json();
  }

  @Property(tries = 500, edgeCases = EdgeCasesMode.MIXIN)
  void toJson_readAsTheType_givesTheValueBack(@ForAll("typed") TypedValues.Typed typed)
      throws Exception {
    Json json = ValueJson.toJson(typed.value());
    assertThat(READER.read(json, typed.type(), "x")).isEqualTo(typed.value());
    Json text = JsonReader.read(JsonWriter.pretty(json));
    assertThat(READER.read(text, typed.type(), "x")).isEqualTo(typed.value());
  }

  @Property(tries = 500, edgeCases = EdgeCasesMode.MIXIN)
  void canonical_readAndWrittenAgain_isTheSame(@ForAll("typed") TypedValues.Typed typed)
      throws Exception {
    if (typed.type() == Type.Scalar.OPAQUE) {
      return;
    }
    String canonical = JsonWriter.canonical(ValueJson.toJson(typed.value()));
    Value again = READER.read(JsonReader.read(canonical), typed.type(), "x");
    assertThat(JsonWriter.canonical(ValueJson.toJson(again))).isEqualTo(canonical);
  }

  /** JSON of few kinds, so that two of them are often equal, or print alike. */
  @Provide
  Arbitrary<Json> alike() {
    Arbitrary<Json> leaf =
        Arbitraries.of(
            Json.of(1), new Json.Num("1.0"), new Json.Num("1.5"), Json.of("1"), Json.of("1.5"));
    return Arbitraries.oneOf(
        leaf,
        leaf.list().ofMaxSize(2).map(Json::array),
        Arbitraries.maps(Arbitraries.of("a", "b"), leaf).ofMaxSize(2).map(Json.Obj::new));
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void digestForm_ofTwoOpaqueValues_isEqualOnlyIfTheyAre(
      @ForAll("alike") Json one, @ForAll("alike") Json two) {
    Value first = new OpaqueValue(one);
    Value second = new OpaqueValue(two);
    String a = JsonWriter.canonical(ValueJson.toDigestJson(first));
    String b = JsonWriter.canonical(ValueJson.toDigestJson(second));
    assertThat(a.equals(b)).isEqualTo(first.equals(second));
  }

  @Property(tries = 500, edgeCases = EdgeCasesMode.MIXIN)
  void canonical_ofASet_doesNotDependOnItsOrder(@ForAll List<Long> items, @ForAll long seed) {
    List<Value> values = new ArrayList<>();
    items.forEach(item -> values.add(new IntValue(item)));
    String before = JsonWriter.canonical(ValueJson.toJson(SetValue.of(values)));
    Collections.shuffle(values, new Random(seed));
    assertThat(JsonWriter.canonical(ValueJson.toJson(SetValue.of(values)))).isEqualTo(before);
  }

  @Property(tries = 500, edgeCases = EdgeCasesMode.MIXIN)
  void canonical_ofAnObject_doesNotDependOnItsOrder(@ForAll("json") Json json) {
    if (json instanceof Json.Obj object) {
      List<Map.Entry<String, Json>> members = new ArrayList<>(object.members().entrySet());
      Collections.reverse(members);
      Map<String, Json> reversed = new LinkedHashMap<>();
      members.forEach(member -> reversed.put(member.getKey(), member.getValue()));
      assertThat(JsonWriter.canonical(new Json.Obj(reversed)))
          .isEqualTo(JsonWriter.canonical(json));
    }
  }

  @Property(tries = 500, edgeCases = EdgeCasesMode.MIXIN)
  void pretty_readAgain_isTheSame(@ForAll("json") Json json) throws JsonException {
    assertThat(JsonReader.read(JsonWriter.pretty(json))).isEqualTo(json);
  }

  @Property(tries = 500, edgeCases = EdgeCasesMode.MIXIN)
  void read_anyTextAtAll_givesJsonOrAJsonException(@ForAll String text) {
    try {
      assertThat(JsonReader.read(text)).isNotNull();
    } catch (JsonException e) {
      assertThat(e.line()).isPositive();
      assertThat(e.reason()).isNotEmpty();
    }
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void read_anyJsonAsAnyType_givesAValueOrNamesThePlace(
      @ForAll("json") Json json, @ForAll("typed") TypedValues.Typed typed) {
    try {
      assertThat(READER.read(json, typed.type(), "here")).isNotNull();
    } catch (InvalidValueException e) {
      assertThat(e.place()).startsWith("here");
      assertThat(e.reason()).isNotEmpty();
    }
  }

  @Provide
  Arbitrary<String> globs() {
    return Arbitraries.of("a", "b", "*", "?", "\\*", "\\\\", "\uD83D\uDE00")
        .list()
        .ofMaxSize(7)
        .map(parts -> String.join("", parts));
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.of("a", "b", "*", "\\", "\uD83D\uDE00")
        .list()
        .ofMaxSize(8)
        .map(parts -> String.join("", parts));
  }

  @Property(tries = 2_000, edgeCases = EdgeCasesMode.NONE)
  void glob_matches_asTheDefinitionSays(@ForAll("globs") String glob, @ForAll("texts") String text)
      throws InvalidValueException {
    assertThat(Glob.parse(glob).matches(text)).isEqualTo(PatternOracle.like(glob, text));
  }

  @Provide
  Arbitrary<String> pathPatterns() {
    return Arbitraries.of("**", "*", "a", "b", "a*", "?", "*b", "a?")
        .list()
        .ofMaxSize(5)
        .map(segments -> "/" + String.join("/", segments));
  }

  @Provide
  Arbitrary<PathValue> paths() {
    return TypedValues.paths();
  }

  @Property(tries = 2_000, edgeCases = EdgeCasesMode.NONE)
  void pathPattern_matches_asTheDefinitionSays(
      @ForAll("pathPatterns") String pattern, @ForAll("paths") PathValue path)
      throws InvalidValueException {
    assertThat(PathPattern.parse(pattern).matches(path))
        .isEqualTo(PatternOracle.matches(pattern, path.text()));
  }
}
