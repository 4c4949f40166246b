package dev.writ.dsl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A folder with two pairs of keys, and the commands that bundle and verify in it. */
abstract class Bundling {
  static final String HASH = "sha256:[0-9a-f]{64}";
  static final String SCHEMA =
      """
      module m;
      human entity User { busy?: Bool; }
      entity Doc;
      action read by User on Doc;
      action drop by User on Doc;
      """;
  static final String RULES =
      """
      module m;
      permit "read" read by User on Doc when principal == User::"a";
      permit "drop" drop by User on Doc when principal == User::"b";
      """;
  static final String RULES_BACKWARDS =
      """
      module m;
      permit "drop" drop by User on Doc when principal == User::"b";
      permit "read" read by User on Doc when principal == User::"a";
      """;

  @TempDir Path folder;
  Path out;

  @BeforeEach
  final void keys() {
    out = folder.resolve("set.writb");
    assertThat(Run.writ("bundle", "keygen", "--out", path("ci")).code()).isZero();
    assertThat(Run.writ("bundle", "keygen", "--out", path("other")).code()).isZero();
  }

  final String path(String name) {
    return folder.resolve(name).toString();
  }

  final Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  final Run bundle(List<?> policies, String... more) {
    List<String> args = new ArrayList<>(List.of("bundle"));
    policies.forEach(policy -> args.add(policy.toString()));
    args.addAll(List.of("--out", out.toString()));
    args.addAll(List.of(more));
    return Run.writ(args.toArray(String[]::new));
  }

  final String[] signing(String sequence) {
    return new String[] {"--sequence", sequence, "--key", path("ci.key.pem"), "--key-id", "ci"};
  }

  final Run verify(String... more) {
    List<String> args = new ArrayList<>(List.of("bundle", "verify", out.toString()));
    args.addAll(List.of(more));
    return Run.writ(args.toArray(String[]::new));
  }

  final String trust() {
    return "--trust=ci=" + path("ci.pub.pem");
  }

  final List<String> files() throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.map(each -> String.valueOf(each.getFileName())).sorted().toList();
    }
  }

  final void assertRefused(String words, String... more) {
    Run run = verify(more);
    assertThat(run.err()).startsWith("error: `" + out + "`: ").contains(words);
    assertThat(run.out()).isEmpty();
    assertThat(run.code()).isEqualTo(ExitCode.POLICY);
  }
}
