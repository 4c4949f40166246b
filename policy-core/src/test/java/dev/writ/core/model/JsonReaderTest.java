package dev.writ.core.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonReaderTest {

  private static final Charset UTF_8 = StandardCharsets.UTF_8;

  @Test
  void read_everyKind_keepsOrderAndNumberTexts() throws JsonException {
    Json json =
        JsonReader.read(
            " {\"z\": [null, true, false, 1.50, -0, 1e400], \"a\": \"\\u00e9\\uD83D\\uDE00\"} ");
    assertThat(JsonWriter.pretty(json))
        .isEqualTo(
            """
            {
              "z": [
                null,
                true,
                false,
                1.50,
                -0,
                1e400
              ],
              "a": "é\uD83D\uDE00"
            }""");
    assertThat(JsonReader.read(JsonWriter.pretty(json))).isEqualTo(json);
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "true", "0", "\"\"", "[]", "{}", "\t\r\n 1 "})
  void read_anyValueAtTheTop_isTaken(String text) throws JsonException {
    assertThat(JsonReader.read(text)).isEqualTo(JsonReader.read(text.getBytes(UTF_8)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "^^|line 1, column 1: the text ends before the value does",
        "{|line 1, column 2: the text ends before the value does",
        "[1|line 1, column 3: the text ends before the value does",
        "{\"a\":1,\"b\":2,\"a\":3}|line 1, column 14: the name `a` stands twice in one object",
        "{\"a\":{\"b\":1,\"\\u0062\":2}}|line 1, column 13: the name `b` stands twice in one object",
        "1 2|line 1, column 3: something follows the value",
        "{} x|line 1, column 4: `x` is not JSON",
        "[1,]|line 1, column 4: `]` is not expected here",
        "[1\u00df]|line 1, column 3: `\u00df` is not expected here",
        "\"\\ud800\"|line 1, column 1: a string holds half a surrogate pair",
        "\"\\udc00\\ud800\"|line 1, column 1: a string holds half a surrogate pair",
        "{\"\\ud800\":1}|line 1, column 2: a string holds half a surrogate pair",
        "NaN|line 1, column 4: `NaN` is not JSON",
        "-Infinity|line 1, column 10: `-Infinity` is not JSON",
      })
  void read_bad_saysWhereAndWhy(String text, String message) {
    assertThat(refusal(text)).isEqualTo(message);
  }

  private static String refusal(String text) {
    JsonException refused = catchThrowableOfType(JsonException.class, () -> JsonReader.read(text));
    return refused == null ? "accepted" : String.valueOf(refused.getMessage());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'a'",
        "{a:1}",
        "[1 2]",
        "01",
        "+1",
        ".5",
        "1.",
        "1e",
        "0x1",
        "// c\n1",
        "/**/1",
        "TRUE",
        "\"a\nb\"",
        "\"\\x\"",
        "{\"a\"}",
        "{\"a\":}",
        "}",
        "\uFEFF1",
        "\"\u0000\"",
        "tru",
        "undefined"
      })
  void read_notJson_isRefusedWithoutAdvice(String text) {
    assertThat(refusal(text)).startsWith("line ").doesNotContain("Feature", "enable", "[Source");
  }

  @Test
  void read_secondLine_isCounted() {
    JsonException refused =
        catchThrowableOfType(
            JsonException.class, () -> JsonReader.read("{\n  \"a\": 1,\n  \"a\": 2\n}"));
    assertThat(refused.line()).isEqualTo(3);
    assertThat(refused.column()).isEqualTo(3);
    assertThat(refused.reason()).isEqualTo("the name `a` stands twice in one object");
  }

  @Test
  void read_depth_isLimited() throws JsonException {
    assertThat(JsonReader.read("[".repeat(64) + "]".repeat(64))).isInstanceOf(Json.Arr.class);
    assertThat(refusal("[".repeat(65) + "]".repeat(65)))
        .isEqualTo("line 1, column 65: arrays and objects are nested deeper than 64");
    assertThatThrownBy(() -> reader().parse(("[".repeat(65) + "]".repeat(65)).getBytes(UTF_8)))
        .hasMessage("line 1, column 65: arrays and objects are nested deeper than 64");
    assertThat(refusal("{\"a\":".repeat(10_000)))
        .isEqualTo("line 1, column 321: arrays and objects are nested deeper than 64");
  }

  @Test
  void read_numberLength_isLimited() throws JsonException {
    assertThat(JsonReader.read("1".repeat(128))).isEqualTo(new Json.Num("1".repeat(128)));
    assertThat(refusal("[" + "1".repeat(129) + "]"))
        .isEqualTo("line 1, column 2: a number has more than 128 characters");
    assertThatThrownBy(() -> reader().parse(("[" + "1".repeat(129) + "]").getBytes(UTF_8)))
        .hasMessage("line 1, column 2: a number has more than 128 characters");
    assertThat(refusal("0." + "1".repeat(5_000)))
        .isEqualTo("line 1, column 1: a number has more than 128 characters");
  }

  private static JsonReader reader() {
    return new JsonReader(JsonLimits.DEFAULT);
  }

  @Test
  void parse_length_isLimited() throws IOException {
    JsonReader reader = new JsonReader(new JsonLimits(8, 2, 4));
    assertThat(reader.parse("[1,2,3]")).isInstanceOf(Json.Arr.class);
    assertThatThrownBy(() -> reader.parse("[1,2,3,4]"))
        .hasMessage("the text is longer than 8")
        .isInstanceOf(JsonException.class);
    assertThatThrownBy(() -> reader.parse("[1,2,3,4]".getBytes(UTF_8)))
        .hasMessage("the text is longer than 8");
    assertThatThrownBy(() -> reader.parse(endless())).hasMessage("the text is longer than 8");
  }

  private static InputStream endless() {
    return new InputStream() {
      @Override
      public int read() {
        return ' ';
      }
    };
  }

  @Test
  void parse_bytesThatAreNotUtf8_saysWhere() {
    assertNotUtf8(new byte[] {'[', '\n', '"', 'a', (byte) 0xff, '"', ']'}, 2, 3);
    assertNotUtf8(new byte[] {'"', (byte) 0xc0, (byte) 0x80, '"'}, 1, 2);
    assertNotUtf8(new byte[] {'"', (byte) 0xed, (byte) 0xa0, (byte) 0x80, '"'}, 1, 2);
    assertNotUtf8(new byte[] {'"', (byte) 0xc3}, 1, 2);
    assertNotUtf8("\"é\"".getBytes(StandardCharsets.ISO_8859_1), 1, 2);
  }

  private static void assertNotUtf8(byte[] bytes, int line, int column) {
    JsonException refused =
        catchThrowableOfType(
            JsonException.class, () -> JsonReader.read(new ByteArrayInputStream(bytes)));
    assertThat(refused.reason()).isEqualTo("the bytes are not UTF-8 here");
    assertThat(refused.line()).isEqualTo(line);
    assertThat(refused.column()).isEqualTo(column);
  }

  @Test
  void parse_utf16_isNotGuessed() {
    assertThatThrownBy(() -> JsonReader.read("[1]".getBytes(StandardCharsets.UTF_16LE)))
        .isInstanceOf(JsonException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a", "1.", "+1", "01", ".5", "NaN", "1e", "- 1", "1 "})
  void num_noNumber_throws(String text) {
    assertThatThrownBy(() -> new Json.Num(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("`" + text + "` is not a number");
  }
}
