package dev.writ.dsl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/**
 * What no well-meaning person writes: each has an error of its own, none a stack trace, a hang or a
 * permit.
 */
@Timeout(120)
final class BadInputTest {
  private static final String HEADER =
      """
      module m;
      enum Level { low, high }
      entity Team in Team;
      human entity User in Team;
      entity Doc;
      action read by User on Doc
        with { level?: Level, count?: Int, price?: Decimal, note?: String, tags?: Set<String> max 3 };
      """;

  private static final String POLICY =
      HEADER + "permit \"members read\" read by User on Doc when principal in Team::\"a\";\n";

  private static final String TEAM = "{\"uid\": {\"type\": \"Team\", \"id\": \"a\"}}";
  private static final String ENTITIES =
      "["
          + TEAM
          + """
          ,
           {"uid": {"type": "User", "id": "ann"}, "parents": [{"type": "Team", "id": "a"}]},
           {"uid": {"type": "User", "id": "bo"}, "parents": [{"type": "Team", "id": "a"}]},
           {"uid": {"type": "Doc", "id": "d"}}]
          """;

  @TempDir private Path folder;

  /** Something bad, the error that it must have, and how the command must end. */
  private record Row(String name, Attempt attempt, String told, int code) {
    @Override
    public String toString() {
      return name;
    }
  }

  /** A run of the command that is given something bad. */
  private interface Attempt {
    Run in(Path folder) throws IOException;
  }

  // ---- policies ----

  private static Row policies(String name, String error, String... texts) {
    return policies(name, error, StandardCharsets.UTF_8, texts);
  }

  private static Row policies(String name, String error, Charset charset, String... texts) {
    return new Row(name, folder -> check(folder, charset, texts), error, ExitCode.POLICY);
  }

  private static Run check(Path folder, Charset charset, String... texts) throws IOException {
    List<String> args = new ArrayList<>(List.of("check"));
    for (String text : texts) {
      Path path = folder.resolve("f" + args.size() + ".writ");
      args.add(Files.writeString(path, text, charset).toString());
    }
    return Run.writ(args.toArray(String[]::new));
  }

  private static String when(String condition) {
    return HEADER + "permit \"x\" read by User on Doc when " + condition + ";\n";
  }

  private static String rules(int count, String prefix) {
    return IntStream.range(0, count)
        .mapToObj(i -> "permit \"" + prefix + i + "\" read by User on Doc;\n")
        .collect(Collectors.joining("", "module m;\n", ""));
  }

  @SuppressWarnings("unused") // named by FieldSource
  private static final List<Row> POLICIES =
      List.of(
          policies("an empty file", "error[W0050]: the file declares nothing", ""),
          policies("only a comment", "error[W0050]: the file declares nothing", "// none\n"),
          policies(
              "10 MB",
              "error[W0901]: the file is too large: 10485760 bytes, the limit is 4194304",
              "//x\n".repeat(5 << 19)),
          policies(
              "100,000 rules",
              "error[W0921]: the set has 100000 rules, more than the 50000 allowed",
              HEADER,
              rules(50_000, "a"),
              rules(50_000, "b")),
          policies(
              "10,000 parentheses",
              "error[W0902]: brackets and operators are nested more than 100 deep",
              when("(".repeat(10_000) + "true" + ")".repeat(10_000))),
          policies(
              "10,000 times not",
              "error[W0902]: brackets and operators are nested more than 100 deep",
              when("not (".repeat(10_000) + "true" + ")".repeat(10_000))),
          policies(
              "10,000 open parentheses",
              "error[W0902]: brackets and operators are nested more than 100 deep",
              when("(".repeat(10_000))),
          policies(
              "bytes that are not UTF-8",
              "error[W0001]: the file is not UTF-8: the byte at 3 is 0xFF",
              StandardCharsets.ISO_8859_1,
              "mod\u00ff"),
          policies("a NUL", "error[W0002]: a NUL character stands in the text", HEADER + "\0"),
          policies(
              "a bidirectional control",
              "error[W0003]: a bidirectional control character makes the text read differently",
              HEADER + "// \u202e nothing to see\n"),
          policies(
              "half a surrogate pair",
              "error[W0006]: an escape names half of a surrogate pair",
              when("args has note and args.note == \"\\u{d800}\"")),
          policies(
              "a number beyond 64 bits",
              "error[W0013]: `9223372036854775808` does not fit an Int of 64 bits",
              when("args has count and args.count < 9223372036854775808")),
          policies(
              "a Decimal beyond its range",
              "error[W0013]: ",
              when("args has price and args.price < 922337203685477.5808")),
          policies(
              "1e400",
              "error[W0010]: `1e400` is no number",
              when("args has count and args.count < 1e400")),
          policies(
              "lets in a circle",
              "help: a let cannot use itself: m.q → m.p → m.q",
              HEADER + "let p(read by User on Doc) = q;\nlet q(read by User on Doc) = p;\n"),
          policies(
              "a let of itself",
              "error[W0156]: `p` stands for something that holds `p` itself",
              HEADER + "let p(read by User on Doc) = p;\n"),
          policies(
              "a name in two files",
              "error[W0101]: entity type `Doc` is declared twice",
              HEADER,
              "module m;\nentity Doc;\n"),
          policies(
              "a rule in two files",
              "error[W0101]: rule `members read` is declared twice",
              POLICY,
              "module m;\nforbid \"members read\" read;\n"),
          policies(
              "an unknown action",
              "error[W0102]: there is no action `reed`",
              HEADER + "permit \"x\" reed by User on Doc;\n"),
          policies(
              "an unknown principal type",
              "error[W0102]: there is no entity type `Usr`",
              HEADER + "permit \"x\" read by Usr on Doc;\n"),
          policies(
              "an enum value that does not exist",
              "error[W0151]: `m.Level` has no value `medium`",
              when("args has level and args.level == medium")));

  // ---- requests ----

  private static Run decide(Path folder, String entities, byte[] input) throws IOException {
    Path policy = Files.writeString(folder.resolve("policy.writ"), POLICY);
    Path store = Files.writeString(folder.resolve("entities.json"), entities);
    String[] args = {"decide", "--policies", policy.toString(), "--entities", store.toString()};
    return new Run.Setting().input(input).writ(args);
  }

  private static String request(String args, String more) {
    return "{\"subject\":{\"type\":\"User\",\"id\":\"ann\"},"
        + "\"action\":{\"name\":\"read\",\"properties\":{"
        + args
        + "}},\"resource\":{\"type\":\"Doc\",\"id\":\"d\"}"
        + more
        + "}";
  }

  private static final String GOOD = request("", "");

  private static Row noRequest(String name, String line, String error) {
    return noRequest(name, line, StandardCharsets.UTF_8, error);
  }

  private static Row noRequest(String name, String line, Charset charset, String error) {
    return new Row(
        name,
        folder -> decide(folder, ENTITIES, line.getBytes(charset)),
        "error: line 1: " + error,
        ExitCode.INPUT);
  }

  private static Row invalid(String name, String line, String fault) {
    return new Row(
        name,
        folder -> decide(folder, ENTITIES, line.getBytes(StandardCharsets.UTF_8)),
        "agent is told  fix the request: " + fault + "\n",
        ExitCode.FINDINGS);
  }

  private static Row args(String name, String args, String fault) {
    return invalid(name, request(args, ""), fault);
  }

  private static Row noInt(String name, String text) {
    return args(
        name,
        "\"count\":" + text,
        "`args.count`: `" + text + "` is not an Int: write digits alone, from -2^63 to 2^63 - 1");
  }

  private static Row noDecimal(String name, String text) {
    return args(
        name,
        "\"price\":" + text,
        "`args.price`: `"
            + text
            + "` is not a Decimal: write digits and at most four places,"
            + " up to 922337203685477.5807");
  }

  private static Row chain(String name, Stream<String> users, String fault) {
    String chain =
        users
            .map(user -> "{\"type\":\"User\",\"id\":\"" + user + "\"}")
            .collect(Collectors.joining(","));
    return invalid(name, request("", ",\"writ\":{\"onBehalfOf\":[" + chain + "]}"), fault);
  }

  @SuppressWarnings("unused") // named by FieldSource
  private static final List<Row> REQUESTS =
      List.of(
          noRequest(
              "a key twice",
              request("\"count\":1,\"count\":2", ""),
              "the name `count` stands twice in one object"),
          noRequest(
              "half a surrogate pair",
              request("\"note\":\"\\ud800\"", ""),
              "a string holds half a surrogate pair"),
          noRequest("an array", "[]", "the call must be an object"),
          noRequest("nothing in it", "{}", "`subject` is missing"),
          noRequest("half of it", "{\"subject\":", "the text ends before the value does"),
          noRequest("two of it", "{} {}", "something follows the value"),
          noRequest(
              "10,000 arrays", "[".repeat(10_000), "arrays and objects are nested deeper than 64"),
          noRequest(
              "a deep argument",
              request("\"note\":" + "{\"a\":".repeat(99), ""),
              "arrays and objects are nested deeper than 64"),
          noRequest(
              "a number of 10,000 digits",
              request("\"count\":" + "9".repeat(10_000), ""),
              "a number has more than 128 characters"),
          noRequest("a number that is none", request("\"count\":NaN", ""), "`NaN` is not JSON"),
          noRequest(
              "bytes that are not UTF-8",
              "{\"a\": \"\u00ff\"}",
              StandardCharsets.ISO_8859_1,
              "the bytes are not UTF-8 here"),
          noRequest("a NUL", "{\"a\": \"\0\"}", "`\\u{0}` is not escaped"),
          noRequest(
              "an unknown source",
              request("", ",\"writ\":{\"sources\":{\"a\":\"b\"}}"),
              "writ.sources.a: `b` is no source: use constant, user, tool or unknown"),
          noInt("a number beyond 64 bits", "9223372036854775808"),
          noInt("1e400 as an Int", "1e400"),
          noInt("a fraction as an Int", "1.5"),
          noDecimal("1e400 as a Decimal", "1e400"),
          noDecimal("five places", "0.00001"),
          noDecimal("a Decimal beyond its range", "922337203685477.5808"),
          args(
              "a string of 100,000",
              "\"note\":\"" + "x".repeat(100_000) + "\"",
              "`args.note`: the string is longer than 65536 bytes"),
          args(
              "a set of four",
              "\"tags\":[\"a\",\"b\",\"c\",\"d\"]",
              "`args.tags`: at most 3 elements are allowed, found 4"),
          args(
              "a set with one twice",
              "\"tags\":[\"a\",\"a\"]",
              "`args.tags[1]`: a set has no duplicates: leave this one out"),
          args(
              "an enum value that does not exist",
              "\"level\":\"medium\"",
              "`args.level`: `medium` is not one of `low`, `high`"),
          args(
              "an undeclared argument",
              "\"force\":true",
              "`args.force`: not declared:"
                  + " the fields are `level`, `count`, `price`, `note`, `tags`"),
          invalid(
              "an undeclared fact",
              request("", ",\"context\":{\"x\":1}"),
              "`facts.x`: no field is declared here"),
          invalid(
              "an unknown action",
              GOOD.replace("\"read\"", "\"reed\""),
              "`action`: no action `reed` is declared"),
          invalid(
              "an unknown principal",
              GOOD.replace("ann", "zoe"),
              "`principal`: entity `m.User::\"zoe\"` is not known"),
          invalid(
              "a principal of no type",
              GOOD.replace("User", "Usr"),
              "`principal`: no entity type `Usr` is declared"),
          invalid(
              "an unknown session",
              request("", ",\"writ\":{\"session\":\"s\"}"),
              "`session`: there is no such session"),
          chain(
              "the principal in its chain",
              Stream.of("ann"),
              "`chain[0]`: `m.User::\"ann\"` stands twice among principal and chain"),
          chain(
              "a member twice",
              Stream.of("bo", "bo"),
              "`chain[1]`: `m.User::\"bo\"` stands twice among principal and chain"),
          chain(
              "a member nobody knows",
              Stream.of("bo", "zoe"),
              "`chain[1]`: entity `m.User::\"zoe\"` is not known"),
          chain(
              "20 members",
              IntStream.range(0, 20).mapToObj(i -> "u" + i),
              "`chain`: at most 8 members are allowed, found 20"));

  // ---- entities ----

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
  private static final List<Row> ENTITY_FILES =
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

  @ParameterizedTest
  @FieldSource({"POLICIES", "REQUESTS", "ENTITY_FILES"})
  void input_thatIsBad_hasAnErrorOfItsOwn(Row row) throws IOException {
    Run run = row.attempt().in(folder);

    assertThat(run.out() + run.err())
        .contains(row.told())
        .doesNotContain("PERMIT", "\tat ", "Exception", "java.", "dev.writ");
    assertThat(run.code()).isEqualTo(row.code());
  }

  @Test
  void hierarchy_inACircle_isAnErrorOfTheDecision() throws IOException {
    Run run = decide(folder, CYCLE, GOOD.getBytes(StandardCharsets.UTF_8));

    assertThat(run.err()).contains("in itself");
    assertThat(run.out()).startsWith("DENY").contains("no_permit", "hierarchy_cycle");
  }

  @Test
  void request_thatIsGood_isPermitted() throws IOException {
    String line = request("\"count\":1,\"level\":\"low\"", "");
    Run run = decide(folder, ENTITIES, line.getBytes(StandardCharsets.UTF_8));

    assertThat(run.out()).startsWith("PERMIT  read");
    assertThat(run.code()).isZero();
  }
}
