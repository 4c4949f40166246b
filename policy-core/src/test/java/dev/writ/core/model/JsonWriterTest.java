package dev.writ.core.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonWriterTest {

  @Test
  void canonical_names_areSortedByUtf16Units() throws JsonException {
    // the example of RFC 8785, section 3.2.3
    Json json =
        JsonReader.read(
            "{\"\\u20ac\":\"Euro Sign\",\"\\r\":\"Carriage Return\",\"\\ufb33\":\"Hebrew Letter Dalet"
                + " With Dagesh\",\"1\":\"One\",\"\\ud83d\\ude00\":\"Emoji: Grinning"
                + " Face\",\"\\u0080\":\"Control\",\"\\u00f6\":\"Latin Small Letter O With"
                + " Diaeresis\"}");
    assertThat(JsonWriter.canonical(json))
        .isEqualTo(
            "{\"\\r\":\"Carriage Return\",\"1\":\"One\",\"\u0080\":\"Control\",\"ö\":\"Latin Small"
                + " Letter O With Diaeresis\",\"€\":\"Euro Sign\",\"\uD83D\uDE00\":\"Emoji:"
                + " Grinning Face\",\"\uFB33\":\"Hebrew Letter Dalet With Dagesh\"}");
  }

  @Test
  void canonical_strings_haveTheLeastEscapes() {
    assertThat(Json.quote("\u20ac$\u000f\nA'B\"\\\\\"/\u007f\u2028\b\t\f\r\u001f"))
        .isEqualTo("\"€$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\u007f\u2028\\b\\t\\f\\r\\u001f\"");
  }

  @Test
  void canonical_halfAPair_isEscaped() {
    assertThat(Json.quote("a\uD83Db\uDE00")).isEqualTo("\"a\\ud83db\\ude00\"");
    assertThat(Json.quote("\uD83D\uDE00\uD83D")).isEqualTo("\"\uD83D\uDE00\\ud83d\"");
  }

  @ParameterizedTest
  @CsvSource({
    "0,0",
    "-0,0",
    "1.0,1",
    "1e3,1000",
    "1E-0,1",
    "100e-2,1",
    "9007199254740991,9007199254740991",
    "-9007199254740991,-9007199254740991",
    "9007199254740992,\"9007199254740992\"",
    "-9007199254740992,\"-9007199254740992\"",
    "1.50,\"1.5\"",
    "-0.25,\"-0.25\"",
    "1e400,\"1E+400\"",
    "1e99999999999,\"1e99999999999\"",
    "1e-99999999999,\"1e-99999999999\"",
    "123456789012345678901234567890,\"1.2345678901234567890123456789E+29\"",
  })
  void canonical_numbers_neverPassThroughADouble(String text, String expected) {
    assertThat(JsonWriter.canonical(new Json.Num(text))).isEqualTo(expected);
  }

  @Test
  void canonical_nested_hasNoWhiteSpace() throws JsonException {
    assertThat(JsonWriter.canonical(JsonReader.read(" [ { \"b\" : [ ] , \"a\" : { } } , null ] ")))
        .isEqualTo("[{\"a\":{},\"b\":[]},null]");
  }

  @Test
  void object_built_keepsItsOrderAndLeavesOutNull() {
    Json json =
        Json.object()
            .put("b", "x")
            .put("a", 1)
            .put("c", true)
            .putIfPresent("d", (String) null)
            .putIfPresent("e", (Json) null)
            .putIfPresent("f", "y")
            .put("g", List.of(Json.of(1), Json.of("z")))
            .build();
    assertThat(JsonWriter.pretty(json))
        .isEqualTo(
            """
            {
              "b": "x",
              "a": 1,
              "c": true,
              "f": "y",
              "g": [
                1,
                "z"
              ]
            }""");
    assertThat(JsonWriter.pretty(Json.object().build())).isEqualTo("{}");
  }

  @Test
  void object_nameTwice_throws() {
    assertThatThrownBy(() -> Json.object().put("a", 1).put("a", 2))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the member `a` is there already");
  }
}
