package dev.writ.dsl.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class BundleCommandTest {
  private static final String HASH = "sha256:[0-9a-f]{64}";
  private static final String SCHEMA =
      """
      module m;
      human entity User { busy?: Bool; }
      entity Doc;
      action read by User on Doc;
      action drop by User on Doc;
      """;
  private static final String RULES =
      """
      module m;
      permit "read" read by User on Doc when principal == User::"a";
      permit "drop" drop by User on Doc when principal == User::"b";
      """;
  private static final String RULES_BACKWARDS =
      """
      module m;
      permit "drop" drop by User on Doc when principal == User::"b";
      permit "read" read by User on Doc when principal == User::"a";
      """;

  @TempDir private Path folder;
  private Path out;

  @BeforeEach
  void keys() {
    out = folder.resolve("set.writb");
    assertThat(Run.writ("bundle", "keygen", "--out", path("ci")).code()).isZero();
    assertThat(Run.writ("bundle", "keygen", "--out", path("other")).code()).isZero();
  }

  private String path(String name) {
    return folder.resolve(name).toString();
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private Run bundle(List<?> policies, String... more) {
    List<String> args = new ArrayList<>(List.of("bundle"));
    policies.forEach(policy -> args.add(policy.toString()));
    args.addAll(List.of("--out", out.toString()));
    args.addAll(List.of(more));
    return Run.writ(args.toArray(String[]::new));
  }

  private String[] signing(String sequence) {
    return new String[] {"--sequence", sequence, "--key", path("ci.key.pem"), "--key-id", "ci"};
  }

  private Run verify(String... more) {
    List<String> args = new ArrayList<>(List.of("bundle", "verify", out.toString()));
    args.addAll(List.of(more));
    return Run.writ(args.toArray(String[]::new));
  }

  private String trust() {
    return "--trust=ci=" + path("ci.pub.pem");
  }

  private List<String> files() throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.map(each -> String.valueOf(each.getFileName())).sorted().toList();
    }
  }

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

  // ---- keys ----

  @ParameterizedTest(name = "{1}")
  @CsvSource({
    "'', the key is empty",
    "'hello', there is no key in PEM",
    "'-----BEGIN ENCRYPTED PRIVATE KEY-----\nAAAA\n-----END ENCRYPTED PRIVATE KEY-----', the key is"
        + " encrypted",
    "'-----BEGIN RSA PRIVATE KEY-----\nAAAA\n-----END RSA PRIVATE KEY-----', `RSA PRIVATE KEY` is"
        + " found",
  })
  void key_thatIsNone_isNamed(String pem, String words) throws IOException {
    Path key = write("bad.pem", pem);
    Run run = bundle(List.of(Samples.policies()), "--key", key.toString(), "--key-id", "ci");
    assertThat(run.err()).startsWith("error: `" + key + "`: " + words);
    assertThat(run.code()).isEqualTo(ExitCode.INPUT);
    assertThat(out).doesNotExist();
  }

  @Test
  void key_ofAnotherAlgorithmOrHalf_isNamed() throws IOException, GeneralSecurityException {
    byte[] rsa = KeyPairGenerator.getInstance("RSA").generateKeyPair().getPrivate().getEncoded();
    String base64 = Base64.getEncoder().encodeToString(rsa);
    Path key =
        write(
            "rsa.pem", "-----BEGIN PRIVATE KEY-----\n" + base64 + "\n-----END PRIVATE KEY-----\n");
    assertThat(bundle(List.of(folder), "--key", key.toString(), "--key-id", "ci").err())
        .contains("this is a key of RSA, one of Ed25519 is needed");
    assertThat(bundle(List.of(folder), "--key", path("ci.pub.pem"), "--key-id", "ci").err())
        .contains("this is a public key, the private key is needed");
    assertThat(bundle(List.of(folder), "--key", path("no.pem"), "--key-id", "ci").err())
        .contains("cannot read `" + path("no.pem") + "`: no such file");
    assertThat(bundle(List.of(folder), "--key", folder.toString(), "--key-id", "ci").err())
        .contains("` is a folder, a file is needed");
  }

  @Test
  void bundle_toADash_isRefused() {
    Run run = Run.writ("bundle", folder.toString(), "--out", "-");
    assertThat(run.err())
        .startsWith("error: a bundle is written to a file: `-` is none, `./-` would be\n");
    assertThat(run.code()).isEqualTo(ExitCode.USAGE);
    assertThat(Path.of("-")).doesNotExist();
  }

  @Test
  void keygen_ofANewName_writesAPairThatOnlyItsOwnerCanSignWith() throws IOException {
    Run run = Run.writ("bundle", "keygen", "--out", path("new"));
    assertThat(run.out())
        .isEqualTo(
            "private key  %s   keep it secret%npublic key   %s%n"
                .formatted(path("new.key.pem"), path("new.pub.pem")));
    assertThat(Files.readString(folder.resolve("new.key.pem"), StandardCharsets.US_ASCII))
        .startsWith("-----BEGIN PRIVATE KEY-----\n")
        .isNotEqualTo(Files.readString(folder.resolve("other.key.pem")));
    assumeTrue(Files.getFileStore(folder).supportsFileAttributeView("posix"), "no owners here");
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(folder.resolve("new.key.pem"))))
        .isEqualTo("rw-------");
  }

  @Test
  void keygen_overAKey_replacesNothing() throws IOException {
    String before = Files.readString(folder.resolve("ci.key.pem"));
    Run run = Run.writ("bundle", "keygen", "--out", path("ci"));
    assertThat(run.err())
        .isEqualTo(
            "error: `%s` is there already%nhelp: give another NAME: no key is replaced%n"
                .formatted(path("ci.key.pem")));
    assertThat(run.code()).isEqualTo(ExitCode.INPUT);
    assertThat(folder.resolve("ci.key.pem")).hasContent(before);
    Files.delete(folder.resolve("ci.key.pem"));
    assertThat(Run.writ("bundle", "keygen", "--out", path("ci")).code()).isEqualTo(ExitCode.INPUT);
    assertThat(folder.resolve("ci.key.pem")).doesNotExist();
  }

  @Test
  void keygen_asJson_namesTheFiles() {
    assertThat(Run.writ("bundle", "keygen", "--out", path("j"), "--json").out())
        .contains("\"privateKey\": \"", "j.key.pem\"", "\"publicKey\": \"", "j.pub.pem\"");
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

  // ---- verifying ----

  private void assertRefused(String words, String... more) {
    Run run = verify(more);
    assertThat(run.err()).startsWith("error: `" + out + "`: ").contains(words);
    assertThat(run.out()).isEmpty();
    assertThat(run.code()).isEqualTo(ExitCode.POLICY);
  }

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
