package dev.writ.core.ir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.writ.core.ir.BundleException.Reason;
import dev.writ.core.model.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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
  void bundle_ofTheSameSetNumberAndKey_isEqualAndSaysWhatItIs() {
    Bundle same = Bundle.of(PolicySetSamples.whole(), 7).signed("ci", KEYS.getPrivate());
    assertThat(same).isEqualTo(BUNDLE).hasSameHashCodeAs(BUNDLE);
    assertThat(same.write()).isEqualTo(BUNDLE.write());
    assertThat(BUNDLE)
        .isNotEqualTo(Bundle.of(PolicySetSamples.whole(), 7))
        .isNotEqualTo(Bundle.of(PolicySetSamples.whole(), 8).signed("ci", KEYS.getPrivate()))
        .isNotEqualTo(Bundle.of(OTHER, 7).signed("ci", KEYS.getPrivate()))
        .hasToString("bundle 7 of " + BUNDLE.hash() + ", signed by `ci`");
    assertThat(Bundle.of(OTHER, 0)).asString().endsWith(", unsigned");
  }

  @Test
  void bundle_ofANegativeNumber_isNone() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Bundle.of(OTHER, -1))
        .withMessage("a sequence number is at least 0, not -1");
  }

  @ParameterizedTest(name = "{1}")
  @CsvSource({
    "'', the bundle is empty",
    "'module m;', 'this is no bundle and no JSON: '",
    "'[1]', 'this is no bundle: an object is needed'",
    "'{\"bundle\":1,\"bundle\":1}', 'the bundle is cut off or damaged: '",
    "'{\"bundle\":1}', 'this is no bundle: content: missing'",
    "'{\"bundle\":\"x\"}', 'this is no bundle: bundle: '",
  })
  void read_whatIsNoBundle_isRefused(String text, String words) {
    assertRefused(text.getBytes(StandardCharsets.UTF_8), TRUST, Reason.MALFORMED, words);
  }

  @Test
  void read_namesThatStandTwice_isRefused() {
    byte[] twice = edited(text -> text.replace("\"sequence\":7", "\"sequence\":7,\"sequence\":7"));
    assertRefused(twice, TRUST, Reason.MALFORMED, "`sequence` stands twice");
  }

  @Test
  void read_tooManyBytes_isRefusedUnread() {
    byte[] huge = new byte[Bundle.LARGEST + 1];
    assertRefused(huge, TRUST, Reason.TOO_LARGE, "268435457 bytes, the limit is 268435456");
  }

  @Test
  void read_withALimitOfTheCaller_takesAsManyBytesAndNoMore() {
    byte[] bytes = BUNDLE.write();

    assertThat(Bundle.read(bytes, TRUST, bytes.length)).isEqualTo(BUNDLE);
    assertThatThrownBy(() -> Bundle.read(bytes, TRUST, bytes.length - 1))
        .isInstanceOfSatisfying(
            BundleException.class, e -> assertThat(e.reason()).isEqualTo(Reason.TOO_LARGE))
        .hasMessageContaining("the limit is " + (bytes.length - 1));
    assertThatIllegalArgumentException().isThrownBy(() -> Bundle.read(bytes, TRUST, 0));
  }

  @Test
  void read_contentWrittenInAnotherWay_isRefused() {
    String text = new String(Bundle.of(OTHER, 7).write(), StandardCharsets.UTF_8);
    String content = text.substring(text.indexOf("\"content\":") + 10, text.indexOf(",\"hash\""));
    String other = content.substring(0, content.length() - 1) + ",\"zzz\":null}";
    String bundle = text.replace(content, other).replace(Bundle.of(OTHER, 7).hash(), hash(other));
    assertThatThrownBy(
            () -> Bundle.read(bundle.getBytes(StandardCharsets.UTF_8), BundleTrust.inAnybody()))
        .isInstanceOfSatisfying(
            BundleException.class, e -> assertThat(e.reason()).isEqualTo(Reason.INVALID_CONTENT));
  }

  private static String hash(String canonical) {
    return new Sha256().add(canonical).text();
  }

  @Test
  void read_cutOffAnywhere_isRefused() {
    byte[] bytes = BUNDLE.write();
    for (int length = 1; length < bytes.length; length += 499) {
      assertRefused(
          Arrays.copyOf(bytes, length),
          TRUST,
          Reason.MALFORMED,
          "the bundle is cut off or damaged: ");
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
    Bundle other = Bundle.of(OTHER, 7, BUNDLE.signature().orElseThrow());
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
  void trust_inABundleReadBefore_isOfTheSameMeasure() {
    BundleTrust after = TRUST.after(Bundle.of(OTHER, 8).signed("ci", KEYS.getPrivate()));
    assertThatThrownBy(() -> after.check(BUNDLE)).hasMessageContaining("older than 8, which runs");
    assertThatThrownBy(() -> TRUST.check(Bundle.of(OTHER, 8)))
        .hasMessage("the bundle has no signature, and needs one");
    TRUST.check(BUNDLE);
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
  void read_contentNestedTooDeepForTheStack_isRefused() throws InterruptedException {
    byte[][] deep = new byte[1][];
    onStackOf(64 << 20, () -> deep[0] = nested(470).write());
    List<Throwable> thrown = new ArrayList<>();
    onStackOf(
        192 << 10,
        () -> {
          try {
            Bundle.read(deep[0], BundleTrust.inAnybody());
          } catch (BundleException | StackOverflowError e) {
            thrown.add(e);
          }
        });
    assertThat(thrown)
        .singleElement()
        .isInstanceOfSatisfying(
            BundleException.class,
            e -> {
              assertThat(e.reason()).isEqualTo(Reason.INVALID_CONTENT);
              assertThat(e).hasMessage("the bundle is nested too deep");
            });
  }

  private static Bundle nested(int levels) {
    Expr condition = Expr.yes();
    for (int i = 0; i < levels; i++) {
      condition = new Expr.Not(condition);
    }
    return Bundle.of(PolicySetEdits.withCondition(PolicySetSamples.whole(), condition), 7);
  }

  private static void onStackOf(int bytes, Runnable work) throws InterruptedException {
    Thread thread = new Thread(null, work, "stack", bytes);
    thread.start();
    thread.join();
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
