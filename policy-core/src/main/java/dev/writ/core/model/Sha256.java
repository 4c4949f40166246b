package dev.writ.core.model;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The SHA-256 (FIPS 180-4) of texts in UTF-8, one after another, as {@code sha256:} and 64
 * hexadecimal digits. Not thread-safe.
 */
public final class Sha256 {

  private final MessageDigest digest;

  /** The hash of nothing yet. */
  public Sha256() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** The hash of the canonical form of a JSON value. */
  public static String of(Json json) {
    Sha256 hash = new Sha256();
    StringBuilder rest = json.accept(new Digesting(hash));
    return hash.add(rest.toString()).text();
  }

  /** Takes the canonical form as it is written. */
  private static final class Digesting extends CanonicalJson {
    private static final int MUCH = 16 << 10;

    private final Sha256 into;

    Digesting(Sha256 into) {
      this.into = into;
    }

    @Override
    void written() {
      if (out.length() > MUCH) {
        into.add(out.toString());
        out.setLength(0);
      }
    }
  }

  /** The hash of some bytes, as bytes. */
  static byte[] bytes(byte[] content) {
    return new Sha256().digest.digest(content);
  }

  /** Adds a text. */
  public Sha256 add(String text) {
    digest.update(text.getBytes(StandardCharsets.UTF_8));
    return this;
  }

  /** The hash of what was added; after it, this object starts anew. */
  public String text() {
    return "sha256:" + HexFormat.of().formatHex(digest.digest());
  }
}
