package dev.writ.core.ir;

import dev.writ.core.model.Json;
import dev.writ.core.model.JsonException;
import dev.writ.core.model.JsonReader;
import dev.writ.core.model.JsonWriter;
import java.nio.charset.StandardCharsets;
import java.security.PrivateKey;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A compiled policy set as it travels: with its hash, a sequence number and, as a rule, a
 * signature. Whoever holds one needs no compiler.
 *
 * <p>Its JSON is {@code {"bundle": 1, "content": {…}, "hash": "sha256:…", "sequence": 7,
 * "signature": {"key": "…", "value": "…"}}}, where {@code content} is the JSON of the set ({@link
 * PolicySetJson}) and {@code hash} its hash ({@link PolicySetHash}). The signature is Ed25519 (RFC
 * 8032) over hash, sequence number and key id. Immutable, thread-safe.
 *
 * @param policySet the set
 * @param sequence which version it is: what runs is never replaced by a lower one; at least 0
 * @param signature who vouches for it, or null
 */
public record Bundle(PolicySet policySet, long sequence, @Nullable BundleSignature signature) {

  /** The version of the form. */
  public static final int VERSION = 1;

  public Bundle {
    Objects.requireNonNull(policySet, "policySet");
    if (sequence < 0) {
      throw new IllegalArgumentException("a sequence number is at least 0, not " + sequence);
    }
  }

  /** A bundle without signature. */
  public static Bundle of(PolicySet policySet, long sequence) {
    return new Bundle(policySet, sequence, null);
  }

  /** The hash of the policy set. */
  public String hash() {
    return PolicySetHash.of(policySet);
  }

  /**
   * The same bundle, signed.
   *
   * @param keyId what the key is called where the bundle is read; not empty
   * @param key an Ed25519 key
   * @throws IllegalArgumentException if the key is of another kind
   */
  public Bundle signed(String keyId, PrivateKey key) {
    return new Bundle(
        policySet, sequence, BundleSignature.sign(keyId, key, statement(hash(), sequence, keyId)));
  }

  /** The canonical JSON, UTF-8: equal bytes for equal bundles. */
  public byte[] write() {
    Json json =
        Json.object()
            .put("bundle", VERSION)
            .put("content", PolicySetJson.toJson(policySet))
            .put("hash", hash())
            .put("sequence", sequence)
            .putIfPresent("signature", signature == null ? null : signature.toJson())
            .build();
    return JsonWriter.canonical(json).getBytes(StandardCharsets.UTF_8);
  }

  /**
   * Reads a bundle, which is taken whole or not at all. Nothing of its content is looked at before
   * hash, signature and sequence number are found good.
   *
   * @param utf8 the JSON
   * @param trust what is accepted
   * @throws BundleException if it is not accepted; the exception tells why
   */
  public static Bundle read(byte[] utf8, BundleTrust trust) {
    Objects.requireNonNull(trust, "trust");
    return new BundleReading(json(utf8)).bundle(trust);
  }

  private static Json json(byte[] utf8) {
    try {
      return new JsonReader(PolicySetJson.LIMITS).parse(utf8);
    } catch (JsonException e) {
      throw new BundleException(
          BundleException.Reason.MALFORMED,
          "the bundle is cut off or no JSON: " + e.getMessage(),
          e);
    }
  }

  /** What is signed. */
  static byte[] statement(String hash, long sequence, String keyId) {
    Json json =
        Json.object()
            .put("bundle", VERSION)
            .put("hash", hash)
            .put("key", keyId)
            .put("sequence", sequence)
            .build();
    return ("writ bundle\n" + JsonWriter.canonical(json)).getBytes(StandardCharsets.UTF_8);
  }
}
