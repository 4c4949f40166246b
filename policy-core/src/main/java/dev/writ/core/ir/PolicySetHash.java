package dev.writ.core.ir;

import dev.writ.core.model.Json;
import dev.writ.core.model.Sha256;

/**
 * The hash of a policy set: SHA-256 over its canonical JSON. Equal for equal sets, whatever the
 * order of the files and rules they were compiled from. Stateless, thread-safe.
 */
public final class PolicySetHash {

  private PolicySetHash() {}

  /** The hash, as {@code sha256:} and 64 hexadecimal digits. */
  public static String of(PolicySet set) {
    Sha256 hash = new Sha256();
    PolicySetJson.write(set, hash::add);
    return hash.text();
  }

  /** The hash of the set of this JSON. */
  static String ofJson(Json set) {
    return Sha256.of(set);
  }
}
