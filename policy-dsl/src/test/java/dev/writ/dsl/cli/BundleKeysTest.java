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
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Keys: which sign a bundle, and how they are made. */
final class BundleKeysTest extends Bundling {
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
}
