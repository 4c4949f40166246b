package dev.writ.core.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read byte by byte is what the parser reads that tells places. */
class Utf8JsonTest {
  private static final int TEXTS = 60_000;
  private static final JsonLimits NARROW = new JsonLimits(1 << 20, 4, 9);

  private static final List<String> SEEDS =
      List.of(
          "{\"subject\":{\"type\":\"User\",\"id\":\"ann\"},\"n\":[1,-2.5e3,0,true,false,null]}",
          " [ \"a\\\"b\\\\c\\/\\b\\f\\n\\r\\t\" , \"é\uD83D\uDE00\", {} , [] ] ",
          "{\"a\":1,\"b\":2,\"c\":3,\"d\":4,\"e\":5,\"f\":6,\"g\":7,\"h\":8,\"i\":9,\"j\":10}",
          "[[[[1]]]]",
          "[[[[[1]]]]]",
          "{\"a\":[{\"a\":[{}]}]}",
          "1234567890",
          "[0.12345678]",
          "-0.10E+12",
          "\"\\u0041\\ud83d\\ude00\"",
          "{\"a\":{\"a\":{\"a\":123456789}}}",
          "\"\uFFFD\"");

  private static final byte[] ODD =
      "{}[]:,\"\\/ \t\n0019-+.eEtfnu\u0000\u001f\u007fé\uFEFF".getBytes(StandardCharsets.UTF_8);

  private static Object closely(JsonReader reader, byte[] text) {
    try {
      return reader.parseClosely(text);
    } catch (JsonException e) {
      return String.valueOf(e.getMessage());
    }
  }

  private static byte[] changed(byte[] seed, Random random) {
    byte[] text = seed.clone();
    for (int i = random.nextInt(3); i > 0; i--) {
      int at = random.nextInt(text.length);
      text[at] = random.nextInt(8) == 0 ? (byte) random.nextInt() : ODD[random.nextInt(ODD.length)];
    }
    int from = random.nextInt(9) == 0 ? random.nextInt(text.length) : 0;
    int to = random.nextInt(9) == 0 ? from + random.nextInt(text.length - from) : text.length;
    return java.util.Arrays.copyOfRange(text, from, to);
  }

  @Test
  void read_changedTexts_isWhatTheParserReads() {
    Random random = new Random(7_121);
    int taken = 0;
    int refused = 0;
    for (int i = 0; i < TEXTS; i++) {
      JsonLimits limits = random.nextBoolean() ? JsonLimits.DEFAULT : NARROW;
      String seed = SEEDS.get(random.nextInt(SEEDS.size()));
      byte[] text = changed(seed.getBytes(StandardCharsets.UTF_8), random);
      Json read = Utf8Json.read(text, limits);
      Object expected = closely(new JsonReader(limits), text);
      if (read != null) {
        assertThat((Object) read).as(new String(text, StandardCharsets.UTF_8)).isEqualTo(expected);
        assertThat(JsonWriter.pretty(read)).isEqualTo(JsonWriter.pretty((Json) expected));
      }
      taken += read == null ? 0 : 1;
      refused += expected instanceof String ? 1 : 0;
    }
    assertThat(taken).isGreaterThan(TEXTS / 6);
    assertThat(refused).isGreaterThan(TEXTS / 6);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"type\":\"User\",\"amount\":-1.5E-3,\"tags\":[\"a\\nb\",\"é\",true,null,false,[],{}]}",
        "{\"a\":1,\"b\":2,\"c\":3,\"d\":4,\"e\":5,\"f\":6,\"g\":7,\"h\":8,\"i\":9,\"j\":10}"
      })
  void read_whatIsUsual_isReadHere(String text) throws JsonException {
    Json read = Utf8Json.read(text.getBytes(StandardCharsets.UTF_8), JsonLimits.DEFAULT);
    assertThat(read).isEqualTo(JsonReader.read(text));
  }

  @Test
  void members_fewOrMany_areAMap() {
    JsonObject object = Json.object();
    for (int i = 0; i < 12; i++) {
      Json.Obj before = object.build();
      assertThat(before.members()).hasSize(i);
      object.put("m" + i, i);
      assertThat(before.members()).hasSize(i).doesNotContainKey("m" + i);
      assertThat(object.build().members()).containsEntry("m" + i, Json.of(i));
      assertThat(object.build()).isNotEqualTo(before);
    }
    assertThat(object.build().members().keySet()).startsWith("m0", "m1").endsWith("m11");
  }
}
