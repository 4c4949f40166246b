package dev.writ.dsl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class BundleCommandTest extends Bundling {
  // ---- making one ----

  @Test
  void bundle_ofPolicies_isWrittenAndVerified() throws IOException {
    Run run = bundle(List.of(Samples.policies()), signing("7"));
    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .matches(
            "\\Q"
                + out
                + "\\E\n  hash       "
                + HASH
                + "\n  sequence   7\n  signed by  ci\n  size       [0-9,]+ bytes\n"
                + "  contents   3 rules, 1 scope, 2 approvals, 2 grants, 1 invariant\n");
    assertThat(run.code()).isZero();
    Run verified = verify(trust());
    assertThat(verified.out()).isEqualTo(run.out() + "accepted\n");
    assertThat(verified.code()).isZero();
    assertThat(files())
        .containsExactly("ci.key.pem", "ci.pub.pem", "other.key.pem", "other.pub.pem", "set.writb");
  }

  @Test
  void bundle_ofTheSamePoliciesInAnyOrder_isTheSameBytes() throws IOException {
    Path schema = write("a.writ", SCHEMA);
    assertThat(bundle(List.of(schema, write("b.writ", RULES)), signing("3")).code()).isZero();
    byte[] one = Files.readAllBytes(out);
    Path other = write("0.writ", RULES_BACKWARDS);
    String[] forced =
        Stream.concat(Stream.of(signing("3")), Stream.of("--force")).toArray(String[]::new);
    assertThat(bundle(List.of(other, schema), forced).code()).isZero();
    assertThat(Files.readAllBytes(out)).isEqualTo(one);
  }

  @Test
  void bundle_withoutKey_warnsThatItIsUnsigned() {
    Run run = bundle(List.of(Samples.policies()));
    assertThat(run.out()).contains("  sequence   1\n  signed by  nobody\n");
    assertThat(run.err())
        .isEqualTo("warning: the bundle is not signed: it loads only where anybody is trusted\n");
    assertThat(verify("--trust-anybody").code()).isZero();
    assertRefused("the bundle has no signature, and needs one", trust());
  }

  @Test
  void bundle_asJson_tellsWhatIsInside() {
    Run run = bundle(List.of(Samples.policies()), "--json");
    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .startsWith("{\n  \"bundled\": true,\n  \"file\": ")
        .contains("\"sequence\": 1,", "\"rules\": 3,", "\"findings\": 0\n}")
        .containsPattern("\"hash\": \"" + HASH + "\"")
        .doesNotContain("\"key\"");
  }

  @Test
  void policies_thatDoNotCompile_areNotBundled() throws IOException {
    Path policy = write("a.writ", "permit \"x\" read;\n");
    Run run = bundle(List.of(policy));
    assertThat(run.err())
        .contains("error[W0026]")
        .endsWith("1 error: the policies do not compile\n");
    assertThat(run.out()).isEmpty();
    assertThat(run.code()).isEqualTo(ExitCode.POLICY);
    assertThat(out).doesNotExist();
    Run asJson = bundle(List.of(policy), "--json");
    assertThat(asJson.out()).startsWith("{\n  \"bundled\": false,").contains("\"W0026\"");
    assertThat(asJson.code()).isEqualTo(ExitCode.POLICY);
  }

  private static final String SWITCHED_OFF =
      "forbid \"busy\" read by User when principal has busy and principal.busy;\n";

  @Test
  void policies_withAFindingAgainstABundle_areNotBundled() throws IOException {
    Path policy = write("a.writ", SCHEMA + RULES.replace("module m;\n", "") + SWITCHED_OFF);
    Run run = bundle(List.of(policy));
    assertThat(run.err())
        .startsWith("error[W0516]: ")
        .endsWith("1 finding against a bundle: nothing is written\n");
    assertThat(run.out()).isEmpty();
    assertThat(run.code()).isEqualTo(ExitCode.FINDINGS);
    assertThat(out).doesNotExist();
    Run asJson = bundle(List.of(policy), "--json");
    assertThat(asJson.out())
        .startsWith("{\n  \"bundled\": false,")
        .contains("\"severity\": \"error\"");
    assertThat(asJson.code()).isEqualTo(ExitCode.FINDINGS);
  }

  @Test
  void policies_withOtherFindings_areBundledAndWarnedOf() throws IOException {
    Path policy = write("a.writ", SCHEMA + "permit \"all\" read, drop by User on Doc;\n");
    Run run = bundle(List.of(policy), signing("1"));
    assertThat(run.err()).matches("warning: \\d findings?, which `writ lint` shows\n");
    assertThat(run.code()).isZero();
  }

  // ---- files ----

  @Test
  void output_thatIsThere_isReplacedOnlyIfAsked() throws IOException {
    Files.writeString(out, "mine");
    Run run = bundle(List.of(Samples.policies()));
    assertThat(run.err())
        .isEqualTo(
            "error: `"
                + out
                + "` is there already\n"
                + "help: write to another file, or add --force to replace it\n");
    assertThat(run.code()).isEqualTo(ExitCode.INPUT);
    assertThat(out).hasContent("mine");
    assertThat(bundle(List.of(Samples.policies()), "--force").code()).isZero();
    assertThat(verify("--trust-anybody").code()).isZero();
  }

  @Test
  void output_thatCannotBe_isAnErrorBeforeAnythingIsCompiled() {
    Run noFolder = Run.writ("bundle", Samples.policies(), "--out", path("none/a.writb"));
    assertThat(noFolder.err()).contains("cannot write `", "none/a.writb`: no such folder `");
    assertThat(noFolder.code()).isEqualTo(ExitCode.INPUT);
    Run isDevice = Run.writ("bundle", Samples.policies(), "--out", "/dev/null");
    assertThat(isDevice.err()).contains("` is a device or the like, a file is needed");
    assertThat(isDevice.code()).isEqualTo(ExitCode.INPUT);
    Run isFolder = Run.writ("bundle", Samples.policies(), "--out", folder.toString());
    assertThat(isFolder.err()).contains("` is a folder, a file is needed");
    assertThat(isFolder.code()).isEqualTo(ExitCode.INPUT);
  }

  @Test
  void output_overAForcedLink_replacesTheLinkAndNotItsTarget() throws IOException {
    Path target = write("target", "mine");
    Files.createSymbolicLink(out, target);
    assertThat(bundle(List.of(Samples.policies())).err()).contains("` is there already");
    assertThat(bundle(List.of(Samples.policies()), "--force").code()).isZero();
    assertThat(target).hasContent("mine");
    assertThat(Files.isSymbolicLink(out)).isFalse();
  }

  @Test
  void bundle_toADash_isRefused() {
    Run run = Run.writ("bundle", folder.toString(), "--out", "-");
    assertThat(run.err())
        .startsWith("error: a bundle is written to a file: `-` is none, `./-` would be\n");
    assertThat(run.code()).isEqualTo(ExitCode.USAGE);
    assertThat(Path.of("-")).doesNotExist();
  }

  // ---- the command line ----

  @Test
  void usage_thatIsWrong_saysWhatIsMissing() {
    assertUsage("missing required parameter: `PATH`, the policies", "bundle");
    assertUsage(
        "missing required option: `--out FILE`, where the bundle is written", "bundle", "policies");
    assertUsage(
        "`--key` and `--key-id` stand together, or neither", "bundle", "p", "--out=o", "--key=k");
    assertUsage("the id of a key is not empty", "bundle", "p", "--out=o", "--key=k", "--key-id=");
    assertUsage(
        "a sequence number is a whole number from 0, not `-1`",
        "bundle",
        "p",
        "--out=o",
        "--sequence=-1");
    assertUsage(
        "a sequence number is a whole number from 0, not `9223372036854775808`",
        "bundle",
        "p",
        "--out=o",
        "--sequence=9223372036854775808");
    assertUsage(
        "whose bundles are accepted is not said: give --trust ID=FILE, or --trust-anybody",
        "bundle",
        "verify",
        "f");
    assertUsage(
        "--trust and --trust-anybody exclude each other",
        "bundle",
        "verify",
        "f",
        "--trust=a=b",
        "--trust-anybody");
    assertUsage(
        "invalid value for option `--trust`: ID=FILE is needed, found `ci.pub.pem`",
        "bundle",
        "verify",
        "f",
        "--trust=ci.pub.pem");
  }

  private static void assertUsage(String message, String... args) {
    Run run = Run.writ(args);
    assertThat(run.err()).startsWith("error: " + message + "\n").contains("try `writ bundle");
    assertThat(run.code()).isEqualTo(ExitCode.USAGE);
  }
}
