package dev.writ.core.ir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyPairGenerator;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class KeyPemTest {

  /** The key pair of RFC 8410, section 10. */
  private static final String PRIVATE =
      """
      -----BEGIN PRIVATE KEY-----
      MC4CAQAwBQYDK2VwBCIEINTuctv5E1hK1bbY8fdp+K06/nwoy/HU++CXqI9EdVhC
      -----END PRIVATE KEY-----
      """;

  private static final String PUBLIC =
      """
      -----BEGIN PUBLIC KEY-----
      MCowBQYDK2VwAyEAGb9ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZuE=
      -----END PUBLIC KEY-----
      """;

  @Test
  void keys_readAndWritten_areTheSameText() throws KeyPemException {
    assertThat(KeyPem.write(KeyPem.privateKey(PRIVATE))).isEqualTo(PRIVATE);
    assertThat(KeyPem.write(KeyPem.publicKey(PUBLIC))).isEqualTo(PUBLIC);
  }

  @Test
  void keys_ofOnePair_belongTogether() throws KeyPemException {
    Bundle bundle = Bundle.of(PolicySetSamples.whole(), 1).signed("ci", KeyPem.privateKey(PRIVATE));
    BundleTrust trust = BundleTrust.in(java.util.Map.of("ci", KeyPem.publicKey(PUBLIC)));
    assertThat(Bundle.read(bundle.write(), trust)).isEqualTo(bundle);
  }

  @Test
  void key_withTextBeforeItAndOtherLineEnds_isRead() throws KeyPemException {
    String dressed = "a note\n" + PUBLIC.replace("\n", "\r\n") + "\n";
    assertThat(KeyPem.publicKey(dressed)).isEqualTo(KeyPem.publicKey(PUBLIC));
  }

  @ParameterizedTest
  @ValueSource(strings = {"RSA", "EC", "Ed448"})
  void key_ofAnotherAlgorithm_isNamed(String algorithm) throws GeneralSecurityException {
    var keys = KeyPairGenerator.getInstance(algorithm).generateKeyPair();
    String said = "this is a key of " + algorithm + ", one of Ed25519 is needed";
    assertThatThrownBy(() -> KeyPem.privateKey(pem("PRIVATE KEY", keys.getPrivate())))
        .isInstanceOf(KeyPemException.class)
        .hasMessage(said);
    assertThatThrownBy(() -> KeyPem.publicKey(pem("PUBLIC KEY", keys.getPublic())))
        .isInstanceOf(KeyPemException.class)
        .hasMessage(said);
  }

  private static String pem(String label, Key key) {
    return block(label, Base64.getEncoder().encodeToString(key.getEncoded()));
  }

  private static String block(String label, String base64) {
    return "-----BEGIN " + label + "-----\n" + base64 + "\n-----END " + label + "-----\n";
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "ENCRYPTED PRIVATE KEY, 'the key is encrypted, one without passphrase is needed: `openssl pkey"
        + " -in FILE -out PLAIN` takes it off'",
    "PUBLIC KEY, 'this is a public key, the private key is needed'",
    "RSA PRIVATE KEY, '`RSA PRIVATE KEY` is found, `PRIVATE KEY` with an Ed25519 key is needed'",
    "OPENSSH PRIVATE KEY, '`OPENSSH PRIVATE KEY` is found, `PRIVATE KEY` with an Ed25519 key is"
        + " needed'",
    "PRIVATE KEY, 'the key is damaged, or not of Ed25519'",
  })
  void privateKey_ofAnotherForm_isNamed(String label, String said) {
    assertThatThrownBy(() -> KeyPem.privateKey(block(label, "AAAA"))).hasMessage(said);
  }

  @Test
  void publicKey_whereThePrivateOneIsGiven_isAskedFor() {
    assertThatThrownBy(() -> KeyPem.publicKey(PRIVATE))
        .hasMessage("this is a private key, its public key is needed");
  }

  @ParameterizedTest(name = "{1}")
  @CsvSource({
    "' ', the key is empty",
    "'hello', 'there is no key in PEM: '",
    "'-----BEGIN PUBLIC KEY-----', 'there is no key in PEM: '",
  })
  void text_withoutKey_isRefused(String text, String said) {
    assertThatThrownBy(() -> KeyPem.publicKey(text)).hasMessageStartingWith(said);
    assertThatThrownBy(() -> KeyPem.privateKey(text)).hasMessageStartingWith(said.substring(0, 9));
  }

  @Test
  void text_withTwoKeysOrADamagedOne_isRefused() {
    assertThatThrownBy(() -> KeyPem.publicKey(PUBLIC + PUBLIC))
        .hasMessage("there is more than one key");
    assertThatThrownBy(() -> KeyPem.publicKey(PUBLIC.replace("Gb9E", "?b9E")))
        .hasMessage("the key is damaged: it is not base64");
    assertThatThrownBy(() -> KeyPem.publicKey(PUBLIC.replace("MCow", "")))
        .hasMessage("the key is damaged, or not of Ed25519");
  }
}
