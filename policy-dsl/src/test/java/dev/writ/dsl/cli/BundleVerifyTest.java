package dev.writ.dsl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bundles that are verified, and those that decisions are taken by. */
final class BundleVerifyTest extends Bundling {
  @Test
  void verify_aBundleOfAnotherKey_isRefused() {
    bundle(List.of(Samples.policies()), signing("7"));
    assertRefused(
        "the signature of the bundle is not that of the key `ci`",
        "--trust=ci=" + path("other.pub.pem"));
    assertRefused(
        "the bundle is signed with the key `ci`, which is not trusted",
        "--trust=other=" + path("other.pub.pem"));
    assertThat(verify(trust(), "--trust=other=" + path("other.pub.pem")).code()).isZero();
    assertThat(verify(trust(), trust()).err()).startsWith("error: the key `ci` is given twice\n");
  }

  @ParameterizedTest(name = "{2}")
  @CsvSource({
    "'\"bundle\":1', '\"bundle\":2', only version 1 is known here",
    "'\"sequence\":7', '\"sequence\":8', is not that of the key `ci`",
    "'\"sequence\":7', '\"sequence\":7,\"sequence\":7', stands twice",
    "'break_glass', 'break_class', the content was changed",
  })
  void verify_anEditedBundle_isRefused(String from, String to, String words) throws IOException {
    bundle(List.of(Samples.policies()), signing("7"));
    Files.writeString(out, Files.readString(out).replace(from, to));
    assertRefused(words, trust());
  }

  @Test
  void verify_whatIsNoBundle_isRefused() throws IOException {
    bundle(List.of(Samples.policies()), signing("7"));
    String whole = Files.readString(out);
    Files.writeString(out, whole.substring(0, whole.length() / 2));
    assertRefused("the bundle is cut off or damaged: ", trust());
    Files.writeString(out, SCHEMA);
    assertRefused("this is no bundle and no JSON: ", trust());
    Files.writeString(out, "");
    assertRefused("the bundle is empty", trust());
  }

  @Test
  void verify_againstTheOneThatRuns_refusesAnOlderOne() {
    Path six = folder.resolve("six.writb");
    bundle(List.of(Samples.policies()), signing("6"));
    assertThat(out.toFile().renameTo(six.toFile())).isTrue();
    bundle(List.of(Samples.policies()), signing("7"));
    assertThat(verify(trust(), "--newer-than", six.toString()).code()).isZero();
    Run older =
        Run.writ("bundle", "verify", six.toString(), trust(), "--newer-than", out.toString());
    assertThat(older.err())
        .contains("the bundle has the sequence number 6, older than 7, which runs");
    assertThat(older.code()).isEqualTo(ExitCode.POLICY);
  }

  @Test
  void verify_asJson_tellsWhy() {
    bundle(List.of(Samples.policies()));
    assertThat(verify("--trust-anybody", "--json").out())
        .startsWith("{\n  \"accepted\": true,\n  \"file\": ")
        .contains("\"contents\": {");
    Run refused = verify(trust(), "--json");
    assertThat(refused.out())
        .contains("\"accepted\": false,", "\"reason\": \"unsigned\",", "has no signature");
    assertThat(refused.code()).isEqualTo(ExitCode.POLICY);
  }

  @Test
  void verify_withoutLooking_saysThatTheSignatureWasNotChecked() {
    bundle(List.of(Samples.policies()), signing("7"));
    assertThat(verify("--trust-anybody").out())
        .contains("  signed by  ci, as it says; not checked\n");
  }

  @Test
  void verify_aFileThatIsNotThere_isAnInputError() {
    Run run = verify(trust());
    assertThat(run.err()).isEqualTo("error: cannot read `" + out + "`: no such file\n");
    assertThat(run.code()).isEqualTo(ExitCode.INPUT);
  }

  // ---- deciding by one ----

  private Run decide(String... more) {
    List<String> args = new ArrayList<>(List.of("decide", "--bundle", out.toString()));
    args.addAll(List.of("--entities", Samples.file("entities.json")));
    args.addAll(List.of(more));
    return Run.withInput(DecideCommandTest.READ, args.toArray(String[]::new));
  }

  @Test
  void decide_byABundle_isAsByItsPolicies() {
    bundle(List.of(Samples.policies()), signing("7"));
    Run run = decide(trust());
    assertThat(run.out()).startsWith("PERMIT  read by User::\"ann\"");
    assertThat(run.code()).isZero();
    List<String> explain = new ArrayList<>(List.of("explain", "--bundle", out.toString(), trust()));
    explain.addAll(List.of("--entities", Samples.file("entities.json")));
    assertThat(Run.withInput(DecideCommandTest.READ, explain.toArray(String[]::new)).out())
        .startsWith("PERMIT  read by User::\"ann\"");
  }

  @Test
  void decide_byABundleThatIsRefused_decidesNothing() {
    bundle(List.of(Samples.policies()));
    Run run = decide(trust());
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("the bundle has no signature, and needs one");
    assertThat(run.code()).isEqualTo(ExitCode.POLICY);
  }

  @Test
  void decide_withoutSayingByWhat_isWrongUsage() {
    assertDecideUsage("missing required option: `--policies PATH`, or `--bundle FILE`", "decide");
    assertDecideUsage(
        "--policies and --bundle exclude each other", "decide", "--policies=p", "--bundle=b");
    assertDecideUsage(
        "--trust and --trust-anybody are about a bundle",
        "explain",
        "--policies=p",
        "--trust-anybody");
    assertDecideUsage(
        "whose bundles are accepted is not said: give --trust ID=FILE, or --trust-anybody",
        "decide",
        "--bundle=b");
  }

  private static void assertDecideUsage(String message, String... args) {
    Run run = Run.writ(args);
    assertThat(run.err()).isEqualTo("error: " + message + "\ntry `writ " + args[0] + " --help`\n");
    assertThat(run.code()).isEqualTo(ExitCode.USAGE);
  }
}
