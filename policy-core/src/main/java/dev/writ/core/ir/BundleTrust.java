package dev.writ.core.ir;

import dev.writ.core.model.Shown;
import java.security.PublicKey;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which bundles are accepted: signed by whom, and not older than which. Immutable, thread-safe. */
public final class BundleTrust {

  private final Map<String, PublicKey> keys;
  private final @Nullable Running running;

  /** The bundle that runs. */
  private record Running(long sequence, String hash) {}

  private BundleTrust(Map<String, PublicKey> keys, @Nullable Running running) {
    this.keys = Map.copyOf(keys);
    this.running = running;
  }

  /**
   * Accepts what one of these keys signed.
   *
   * @param keys Ed25519 keys by id, at least one
   * @throws IllegalArgumentException if there is none
   */
  public static BundleTrust in(Map<String, PublicKey> keys) {
    if (keys.isEmpty()) {
      throw new IllegalArgumentException("trust needs a key: nothing could be accepted");
    }
    return new BundleTrust(keys, null);
  }

  /**
   * Accepts bundles whoever made them, signed or not: for builds and tests, and where the place a
   * bundle comes from is trusted itself.
   */
  public static BundleTrust inAnybody() {
    return new BundleTrust(Map.of(), null);
  }

  /** The same for bundles that may take the place of one that runs. */
  public BundleTrust after(Bundle bundle) {
    return new BundleTrust(keys, new Running(bundle.sequence(), bundle.hash()));
  }

  /**
   * Checks a bundle that was read before, by another measure.
   *
   * @throws BundleException if it is not accepted
   */
  public void check(Bundle bundle) {
    check(bundle.hash(), bundle.sequence(), bundle.signature().orElse(null));
  }

  /**
   * Checks the claims of a bundle whose content has this hash.
   *
   * @throws BundleException if it is not accepted
   */
  void check(String hash, long sequence, @Nullable BundleSignature signature) {
    if (!keys.isEmpty()) {
      checkSignature(hash, sequence, signature);
    }
    if (running == null) {
      return;
    }
    if (sequence < running.sequence) {
      throw new BundleException(
          BundleException.Reason.OLDER,
          "the bundle has the sequence number "
              + sequence
              + ", older than "
              + running.sequence
              + ", which runs",
          null);
    }
    if (sequence == running.sequence && !hash.equals(running.hash)) {
      throw new BundleException(
          BundleException.Reason.OLDER,
          "the bundle is another than the one that runs, with the same sequence number " + sequence,
          null);
    }
  }

  private void checkSignature(String hash, long sequence, @Nullable BundleSignature signature) {
    if (signature == null) {
      throw new BundleException(
          BundleException.Reason.UNSIGNED, "the bundle has no signature, and needs one", null);
    }
    PublicKey key = keys.get(signature.keyId());
    if (key == null) {
      throw new BundleException(
          BundleException.Reason.UNKNOWN_KEY,
          "the bundle is signed with the key "
              + Shown.text(signature.keyId())
              + ", which is not trusted",
          null);
    }
    byte[] statement = Bundle.statement(hash, sequence, signature.keyId());
    if (!signature.vouchesFor(statement, key)) {
      throw new BundleException(
          BundleException.Reason.WRONG_SIGNATURE,
          "the signature of the bundle is not that of the key " + Shown.text(signature.keyId()),
          null);
    }
  }
}
