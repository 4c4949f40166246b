package dev.writ.dsl.cli;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Timeout;

/** Policies that no well-meaning person writes. */
@Timeout(120)
final class BadPoliciesTest extends BadInput {
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
  private static final List<Row> ROWS =
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
}
