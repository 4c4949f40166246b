package dev.writ.dsl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Files of entities that no well-meaning person writes. */
@Timeout(120)
final class BadEntitiesTest extends BadInput {
  private static Row entities(String name, String json, String error) {
    return new Row(
        name,
        folder -> decide(folder, json, GOOD.getBytes(StandardCharsets.UTF_8)),
        error,
        ExitCode.INPUT);
  }

  private static final String CYCLE =
      ENTITIES.replace(
          TEAM,
          """
          {"uid": {"type": "Team", "id": "a"}, "parents": [{"type": "Team", "id": "b"}]},
          {"uid": {"type": "Team", "id": "b"}, "parents": [{"type": "Team", "id": "a"}]}
          """);

  @SuppressWarnings("unused") // named by FieldSource
  private static final List<Row> ROWS =
      List.of(
          entities("no entities", "", "the text ends before the value does"),
          entities("an object", "{}", "an array is needed"),
          entities("a name that is none", "[{\"uid\": 1}]", "[0].uid: an object is needed"),
          entities(
              "10,000 arrays", "[".repeat(10_000), "arrays and objects are nested deeper than 64"),
          entities("an entity twice", ENTITIES.replace("bo", "ann"), "stands twice"),
          entities(
              "a key twice",
              "[{\"uid\":{\"type\":\"T\",\"type\":\"U\"}}]",
              "the name `type` stands twice in one object"),
          entities(
              "half a surrogate pair",
              ENTITIES.replace("\"bo\"", "\"\\udc00\""),
              "a string holds half a surrogate pair"),
          new Row(
              "a hierarchy in a circle",
              folder -> decide(folder, CYCLE, GOOD.getBytes(StandardCharsets.UTF_8)),
              "warning: `m.Team::\"a\"`: ",
              ExitCode.FINDINGS));

  @Test
  void hierarchy_inACircle_isAnErrorOfTheDecision() throws IOException {
    Run run = decide(folder, CYCLE, GOOD.getBytes(StandardCharsets.UTF_8));

    assertThat(run.err()).contains("in itself");
    assertThat(run.out()).startsWith("DENY").contains("no_permit", "hierarchy_cycle");
  }
}
