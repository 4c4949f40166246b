package dev.writ.dsl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Requests that no well-meaning person sends. */
@Timeout(120)
final class BadRequestsTest extends BadInput {
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
  private static final List<Row> ROWS =
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

  @Test
  void request_thatIsGood_isPermitted() throws IOException {
    String line = request("\"count\":1,\"level\":\"low\"", "");
    Run run = decide(folder, ENTITIES, line.getBytes(StandardCharsets.UTF_8));

    assertThat(run.out()).startsWith("PERMIT  read");
    assertThat(run.code()).isZero();
  }
}
