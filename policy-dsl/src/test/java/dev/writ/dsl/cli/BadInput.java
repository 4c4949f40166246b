package dev.writ.dsl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/**
 * What no well-meaning person writes: each has an error of its own, none a stack trace, a hang or a
 * permit.
 */
abstract class BadInput {
  static final String HEADER =
      """
      module m;
      enum Level { low, high }
      entity Team in Team;
      human entity User in Team;
      entity Doc;
      action read by User on Doc
        with { level?: Level, count?: Int, price?: Decimal, note?: String, tags?: Set<String> max 3 };
      """;

  static final String POLICY =
      HEADER + "permit \"members read\" read by User on Doc when principal in Team::\"a\";\n";

  static final String TEAM = "{\"uid\": {\"type\": \"Team\", \"id\": \"a\"}}";
  static final String ENTITIES =
      "["
          + TEAM
          + """
          ,
           {"uid": {"type": "User", "id": "ann"}, "parents": [{"type": "Team", "id": "a"}]},
           {"uid": {"type": "User", "id": "bo"}, "parents": [{"type": "Team", "id": "a"}]},
           {"uid": {"type": "Doc", "id": "d"}}]
          """;

  @TempDir Path folder;

  /** Something bad, the error that it must have, and how the command must end. */
  record Row(String name, Attempt attempt, String told, int code) {
    @Override
    public String toString() {
      return name;
    }
  }

  /** A run of the command that is given something bad. */
  interface Attempt {
    Run in(Path folder) throws IOException;
  }

  static Run decide(Path folder, String entities, byte[] input) throws IOException {
    Path policy = Files.writeString(folder.resolve("policy.writ"), POLICY);
    Path store = Files.writeString(folder.resolve("entities.json"), entities);
    String[] args = {"decide", "--policies", policy.toString(), "--entities", store.toString()};
    return new Run.Setting().input(input).writ(args);
  }

  static String request(String args, String more) {
    return "{\"subject\":{\"type\":\"User\",\"id\":\"ann\"},"
        + "\"action\":{\"name\":\"read\",\"properties\":{"
        + args
        + "}},\"resource\":{\"type\":\"Doc\",\"id\":\"d\"}"
        + more
        + "}";
  }

  static final String GOOD = request("", "");

  @ParameterizedTest
  @FieldSource("ROWS")
  final void input_thatIsBad_hasAnErrorOfItsOwn(Row row) throws IOException {
    Run run = row.attempt().in(folder);

    assertThat(run.out() + run.err())
        .contains(row.told())
        .doesNotContain("PERMIT", "\tat ", "Exception", "java.", "dev.writ");
    assertThat(run.code()).isEqualTo(row.code());
  }
}
