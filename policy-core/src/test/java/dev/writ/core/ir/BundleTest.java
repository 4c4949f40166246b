package dev.writ.core.ir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.writ.core.ir.BundleException.Reason;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BundleTest {

  private static final KeyPair KEYS = keys("Ed25519");
  private static final BundleTrust TRUST = BundleTrust.in(Map.of("ci", KEYS.getPublic()));
  private static final Bundle BUNDLE =
      Bundle.of(PolicySetSamples.whole(), 7).signed("ci", KEYS.getPrivate());

  private static final PolicySet OTHER =
      PolicySetJson.read(
          PolicySetJson.write(PolicySetSamples.whole()).replace("\"payments\"", "\"other\""));

  private static KeyPair keys(String algorithm) {
    try {
      return KeyPairGenerator.getInstance(algorithm).generateKeyPair();
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void read_whatWasWritten_isEqualAndWritesTheSameBytes() {
    Bundle read = Bundle.read(BUNDLE.write(), TRUST);
    assertThat(read).isEqualTo(BUNDLE);
    assertThat(read.hash()).isEqualTo(PolicySetHash.of(PolicySetSamples.whole()));
    assertThat(read.write()).isEqualTo(BUNDLE.write());
  }

  @Test
  void read_unsigned_whereAnybodyIsTrusted_isTaken() {
    Bundle unsigned = Bundle.of(PolicySetSamples.whole(), 0);
    assertThat(Bundle.read(unsigned.write(), BundleTrust.inAnybody())).isEqualTo(unsigned);
  }

  private static void assertRefused(byte[] bytes, BundleTrust trust, Reason reason, String words) {
    assertThatThrownBy(() -> Bundle.read(bytes, trust))
        .isInstanceOfSatisfying(
            BundleException.class,
            e -> {
              assertThat(e.reason()).isEqualTo(reason);
              assertThat(e).hasMessageContaining(words);
            });
  }

  private static byte[] edited(UnaryOperator<String> edit) {
    String text = new String(BUNDLE.write(), StandardCharsets.UTF_8);
    String changed = edit.apply(text);
    assertThat(changed).isNotEqualTo(text);
    return changed.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void read_cutOffAnywhere_isRefused() {
    byte[] bytes = BUNDLE.write();
    for (int length = 0; length < bytes.length; length += 499) {
      assertRefused(
          Arrays.copyOf(bytes, length),
          TRUST,
          Reason.MALFORMED,
          "the bundle is cut off or no JSON");
    }
  }

  @Test
  void read_oneByteChanged_isNeverTakenAsSomethingElse() {
    byte[] bytes = BUNDLE.write();
    Random random = new Random(7);
    for (int i = 0; i < 200; i++) {
      byte[] changed = bytes.clone();
      int at = random.nextInt(changed.length);
      changed[at] ^= (byte) (1 << random.nextInt(7));
      assertThatThrownBy(() -> Bundle.read(changed, TRUST))
          .as("byte %d", at)
          .isInstanceOf(BundleException.class);
    }
  }

  @ParameterizedTest(name = "{2}")
  @CsvSource({
    "'\"bundle\":1', '\"bundle\":2', UNKNOWN_VERSION, only version 1 is known here",
    "'\"sequence\":7', '\"sequence\":8', WRONG_SIGNATURE, is not that of the key `ci`",
    "'\"sequence\":7', '\"sequence\":7.5', MALFORMED, sequence",
    "'\"sequence\":7', '\"sequence\":7,\"x\":1', MALFORMED, x",
    "'\"key\":\"ci\"', '\"key\":\"me\"', UNKNOWN_KEY, '`me`, which is not trusted'",
    "'\"key\":\"ci\"', '\"key\":\"\"', MALFORMED, the id of a key is not empty",
    "'\"ci\",\"value\":\"', '\"ci\",\"value\":\"%', WRONG_SIGNATURE, is not that of the key `ci`",
    "'\"content\":{', '\"content\":{\"more\":1,', TAMPERED, the content was changed",
  })
  void read_edited_isRefused(String from, String to, Reason reason, String words) {
    assertRefused(edited(text -> text.replace(from, to)), TRUST, reason, words);
  }

  @Test
  void read_anotherSetUnderItsOwnHash_isRefusedBySignature() {
    Bundle other = new Bundle(OTHER, 7, BUNDLE.signature());
    assertRefused(other.write(), TRUST, Reason.WRONG_SIGNATURE, "is not that of the key `ci`");
  }

  @Test
  void read_unsigned_whereAKeyIsNeeded_isRefused() {
    byte[] unsigned = Bundle.of(BUNDLE.policySet(), 7).write();
    assertRefused(unsigned, TRUST, Reason.UNSIGNED, "has no signature, and needs one");
  }

  @Test
  void read_keyOfAnotherKind_isRefused() {
    BundleTrust trust = BundleTrust.in(Map.of("ci", keys("RSA").getPublic()));
    assertRefused(BUNDLE.write(), trust, Reason.WRONG_SIGNATURE, "is not that of the key `ci`");
  }

  @Test
  void read_olderThanWhatRuns_isRefused() {
    BundleTrust trust =
        TRUST.after(Bundle.of(BUNDLE.policySet(), 8).signed("ci", KEYS.getPrivate()));
    assertRefused(BUNDLE.write(), trust, Reason.OLDER, "older than 8, which runs");
  }

  @Test
  void read_sameNumberAsWhatRuns_isTakenOnlyIfItIsTheSame() {
    assertThat(Bundle.read(BUNDLE.write(), TRUST.after(BUNDLE))).isEqualTo(BUNDLE);
    BundleTrust trust = TRUST.after(Bundle.of(OTHER, 7));
    assertRefused(BUNDLE.write(), trust, Reason.OLDER, "with the same sequence number 7");
  }

  @Test
  void read_contentThatMayNotRun_isRefused() {
    byte[] bytes =
        ("{\"bundle\":1,\"content\":{},\"hash\":\""
                + "sha256:44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a"
                + "\",\"sequence\":0}")
            .getBytes(StandardCharsets.UTF_8);
    assertRefused(
        bytes, BundleTrust.inAnybody(), Reason.INVALID_CONTENT, "the policy set may not run");
  }

  @Test
  void signed_keyOfAnotherKind_isRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> BUNDLE.signed("ci", keys("RSA").getPrivate()))
        .withMessage("a bundle is signed with an Ed25519 key");
  }

  @Test
  void trust_withoutKeys_isNone() {
    assertThatIllegalArgumentException().isThrownBy(() -> BundleTrust.in(Map.of()));
  }
}
