package dev.writ.core.ir;

import dev.writ.core.model.Json;
import dev.writ.core.model.JsonWriter;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The hash of a policy set: SHA-256 over its canonical JSON. Equal for equal sets, whatever the
 * order of the files and rules they were compiled from. Stateless, thread-safe.
 */
public final class PolicySetHash {

  private PolicySetHash() {}

  /** The hash, as {@code sha256:} and 64 hexadecimal digits. */
  public static String of(PolicySet set) {
    return ofJson(PolicySetJson.toJson(set));
  }

  /** The hash of the set of this JSON. */
  static String ofJson(Json set) {
    byte[] bytes = JsonWriter.canonical(set).getBytes(StandardCharsets.UTF_8);
    return "sha256:" + HexFormat.of().formatHex(sha256().digest(bytes));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
