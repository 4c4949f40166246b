package dev.writ.core.ir;

import dev.writ.core.model.Json;
import dev.writ.core.model.JsonWriter;
import dev.writ.core.model.Shown;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.PrivateKey;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A compiled policy set as it travels: with its hash, a sequence number and, as a rule, a
 * signature. Whoever holds one needs no compiler.
 *
 * <p>Its JSON is {@code {"bundle": 1, "content": {…}, "hash": "sha256:…", "sequence": 7,
 * "signature": {"key": "…", "value": "…"}}}, where {@code content} is the JSON of the set ({@link
 * PolicySetJson}) and {@code hash} its hash ({@link PolicySetHash}). The signature is Ed25519 (RFC
 * 8032) over hash, sequence number and key id. Two bundles are equal if hash, sequence number and
 * signature are. Immutable, thread-safe.
 */
public final class Bundle {

  /** The version of the form. */
  public static final int VERSION = 1;

  /** The longest bundle that is read, in bytes: 256 MiB. */
  public static final int LARGEST = PolicySetJson.LIMITS.length();

  private final PolicySet policySet;
  private final String hash;
  private final long sequence;
  private final @Nullable BundleSignature signature;

  private Bundle(
      PolicySet policySet, String hash, long sequence, @Nullable BundleSignature signature) {
    this.policySet = policySet;
    this.hash = hash;
    this.sequence = sequence;
    this.signature = signature;
  }

  /**
   * A bundle without signature.
   *
   * @param sequence which version it is: what runs is never replaced by a lower one
   * @throws IllegalArgumentException if the sequence number is negative
   */
  public static Bundle of(PolicySet policySet, long sequence) {
    return of(policySet, sequence, null);
  }

  /**
   * A bundle with a signature that was made before; whether it is good is seen when the bundle is
   * read.
   */
  static Bundle of(PolicySet policySet, long sequence, @Nullable BundleSignature signature) {
    if (sequence < 0) {
      throw new IllegalArgumentException("a sequence number is at least 0, not " + sequence);
    }
    return of(policySet, PolicySetHash.of(policySet), sequence, signature);
  }

  /** A bundle of a set whose hash is known. */
  static Bundle of(
      PolicySet policySet, String hash, long sequence, @Nullable BundleSignature signature) {
    return new Bundle(policySet, hash, sequence, signature);
  }

  /** The policy set. */
  public PolicySet policySet() {
    return policySet;
  }

  /** The hash of the policy set. */
  public String hash() {
    return hash;
  }

  /** Which version it is; at least 0. */
  public long sequence() {
    return sequence;
  }

  /** Who vouches for it, or nothing. */
  public Optional<BundleSignature> signature() {
    return Optional.ofNullable(signature);
  }

  /**
   * The same bundle, signed.
   *
   * @param keyId what the key is called where the bundle is read; not empty
   * @param key an Ed25519 key
   * @throws IllegalArgumentException if the key is of another kind, or the id empty
   */
  public Bundle signed(String keyId, PrivateKey key) {
    BundleSignature made = BundleSignature.sign(keyId, key, statement(hash, sequence, keyId));
    return new Bundle(policySet, hash, sequence, made);
  }

  /** The canonical JSON, UTF-8: equal bytes for equal bundles. */
  public byte[] write() {
    Json about =
        Json.object()
            .put("hash", hash)
            .put("sequence", sequence)
            .putIfPresent("signature", signature == null ? null : signature.toJson())
            .build();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(utf8("{\"bundle\":" + VERSION + ",\"content\":"));
    PolicySetJson.write(policySet, piece -> out.writeBytes(utf8(piece)));
    out.writeBytes(utf8("," + JsonWriter.canonical(about).substring(1)));
    return out.toByteArray();
  }

  /**
   * Reads a bundle, which is taken whole or not at all. Nothing of its content is looked at before
   * hash, signature and sequence number are found good.
   *
   * @param utf8 the JSON, at most {@link #LARGEST} bytes
   * @param trust what is accepted
   * @throws BundleException if it is not accepted; the exception tells why
   */
  public static Bundle read(byte[] utf8, BundleTrust trust) {
    return read(utf8, trust, LARGEST);
  }

  /**
   * Reads a bundle, as {@link #read(byte[], BundleTrust)} does, for callers who know how large the
   * bundles of their source may be: reading takes memory in proportion, before anything of it can
   * be trusted.
   *
   * @param utf8 the JSON, at most {@code largest} bytes
   * @param trust what is accepted
   * @param largest the longest bundle that is read, in bytes
   * @throws BundleException if it is not accepted; the exception tells why
   * @throws IllegalArgumentException if {@code largest} is not positive
   */
  public static Bundle read(byte[] utf8, BundleTrust trust, int largest) {
    Objects.requireNonNull(trust, "trust");
    try {
      return new BundleReading(BundleReading.json(utf8, largest)).bundle(trust);
    } catch (StackOverflowError e) {
      throw new BundleException(
          BundleException.Reason.INVALID_CONTENT, "the bundle is nested too deep", e);
    }
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
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
    return utf8("writ bundle\n" + JsonWriter.canonical(json));
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Bundle bundle
        && hash.equals(bundle.hash)
        && sequence == bundle.sequence
        && Objects.equals(signature, bundle.signature);
  }

  @Override
  public int hashCode() {
    return Objects.hash(hash, sequence, signature);
  }

  /** Hash, sequence number and key; for logs. */
  @Override
  public String toString() {
    return "bundle "
        + sequence
        + " of "
        + hash
        + (signature == null ? ", unsigned" : ", signed by " + Shown.text(signature.keyId()));
  }
}
