package dev.writ.core.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EntitiesTest {

  private static final String ANN =
      """
      [{"uid": {"type": "User", "id": "ann"},
        "attrs": {"oncall": true, "limit": 1.50},
        "parents": [{"type": "Team", "id": "sre"}]},
       {"uid": {"type": "Team", "id": "sre"}}]
      """;

  @TempDir private Path folder;

  @Test
  void readJson_theShape_givesEntities() throws IOException {
    Entities entities = Entities.readJson(ANN);
    assertThat(entities.all())
        .containsExactly(
            Entity.of("User", "ann")
                .with("oncall", true)
                .with("limit", new BigDecimal("1.50"))
                .in(EntityId.of("Team", "sre")),
            Entity.of("Team", "sre"));
  }

  @Test
  void readJson_fileStreamAndText_areTheSame() throws IOException {
    Path file = Files.writeString(folder.resolve("entities.json"), ANN);
    byte[] bytes = ANN.getBytes(StandardCharsets.UTF_8);
    Json expected = Entities.readJson(ANN).toJson();
    assertThat(Entities.readJson(file).toJson()).isEqualTo(expected);
    assertThat(Entities.readJson(new ByteArrayInputStream(bytes)).toJson()).isEqualTo(expected);
    assertThat(Entities.readJson(JsonWriter.canonical(expected)).all()).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "{}|line 1, column 1: an array is needed",
        "[1]|line 1, column 2: [0]: an object is needed, found a number",
        "[{}]|line 1, column 2: [0].uid: missing",
        "[{\"uid\":\"ann\"}]|line 1, column 2: [0].uid: an object is needed, found a string",
        "[{\"uid\":{\"type\":\"User\"}}]|line 1, column 2: [0].uid.id: missing",
        "[{\"uid\":{\"type\":\"User\",\"id\":\"\"}}]|line 1, column 2: [0].uid: an entity id needs a"
            + " type and an id, got `User::`",
        "[{\"uid\":{\"type\":\"User\",\"id\":7}}]|line 1, column 2: [0].uid.id: a string is needed,"
            + " found a number",
        "[{\"uid\":{\"type\":\"U\",\"id\":\"a\"},\"parent\":[]}]|line 1, column 2: [0].parent: not"
            + " expected: the names are `attrs`, `parents`, `uid`",
        "[{\"uid\":{\"type\":\"U\",\"id\":\"a\"},\"parents\":{}}]|line 1, column 2: [0].parents: an"
            + " array is needed, found an object",
        "[{\"uid\":{\"type\":\"U\",\"id\":\"a\"},\"parents\":[1]}]|line 1, column 2:"
            + " [0].parents[0]: an object is needed, found a number",
        "[{\"uid\":{\"type\":\"U\",\"id\":\"a\"},\"attrs\":[]}]|line 1, column 2: [0].attrs: an"
            + " object is needed, found an array",
        "[{\"uid\":{\"type\":\"U\",\"id\":\"a\"}},{\"uid\":{\"type\":\"U\",\"id\":\"a\"}}]|line 1,"
            + " column 32: [1]: entity `U::\"a\"` stands twice: leave one out",
        "[{\"uid\":{\"type\":\"U\",\"id\":\"a\"}}] x|line 1, column 33: `x` is not JSON",
        "[{\"uid\":{\"type\":\"U\",\"id\":\"a\"}|line 1, column 30: the text ends before the value does",
      })
  void readJson_anythingElse_saysWhere(String json, String message) {
    JsonException refused =
        catchThrowableOfType(JsonException.class, () -> Entities.readJson(json));
    assertThat(refused).hasMessage(message);
  }

  @Test
  void readJson_notUtf8_saysSo() {
    byte[] bytes =
        "[{\"uid\":{\"type\":\"U\",\"id\":\"é\"}}]".getBytes(StandardCharsets.ISO_8859_1);
    assertThatThrownBy(() -> Entities.readJson(new ByteArrayInputStream(bytes)))
        .isInstanceOf(JsonException.class)
        .hasMessageContaining("the bytes are not UTF-8 after this place");
  }

  @Test
  void of_oneTwice_throws() {
    assertThatThrownBy(() -> Entities.of(Entity.of("User", "ann"), Entity.of("User", "ann")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("entity `User::\"ann\"` stands twice: leave one out");
  }

  @Test
  void with_valueThatIsNotTaken_throws() {
    Entity ann = Entity.of("User", "ann");
    assertThatThrownBy(() -> ann.with("score", 1.5))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "attrs.score: a value of java.lang.Double is not taken: pass a BigDecimal or a string,"
                + " which are exact");
  }

  @Test
  void with_sameNameAgain_replaces() {
    Entity ann = Entity.of("User", "ann").with("oncall", true).with("oncall", false);
    assertThat(ann.attrs()).isEqualTo(Map.of("oncall", Json.of(false)));
    assertThat(ann.in(EntityId.of("Team", "a")).in(EntityId.of("Team", "b")).parents())
        .containsExactlyElementsOf(List.of(EntityId.of("Team", "a"), EntityId.of("Team", "b")));
  }
}
