package dev.writ.core.engine;

import dev.writ.core.ir.Bundle;
import dev.writ.core.ir.BundleException;
import dev.writ.core.ir.BundleTrust;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * What the bytes of a file were found to be: a bundle or a trouble.
 *
 * @param digest of the bytes
 * @param mark which bundle it is, or null
 * @param trouble why it is none that is accepted, or null
 */
record BundleSighting(String digest, @Nullable Mark mark, @Nullable BundleTrouble trouble) {

  /** Which bundle: its sequence number and the hash of its policy set. */
  record Mark(long sequence, String hash) {
    static Mark of(Bundle bundle) {
      return new Mark(bundle.sequence(), bundle.hash());
    }
  }

  static BundleSighting of(byte[] bytes, String digest, BundleTrust trust) {
    try {
      return new BundleSighting(digest, Mark.of(Bundle.read(bytes, trust)), null);
    } catch (BundleException e) {
      boolean half = e.reason() == BundleException.Reason.MALFORMED;
      return refused(digest, String.valueOf(e.getMessage()), half);
    }
  }

  private static BundleSighting refused(String digest, String problem, boolean half) {
    return new BundleSighting(digest, null, new BundleTrouble(problem, digest, half));
  }

  static String digest(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
