package dev.writ.core.ir;

import dev.writ.core.ir.BundleException.Reason;
import dev.writ.core.model.InvalidValueException;
import dev.writ.core.model.Json;
import dev.writ.core.model.JsonException;
import dev.writ.core.model.JsonFields;
import dev.writ.core.model.JsonLimits;
import dev.writ.core.model.JsonReader;
import dev.writ.core.model.Shown;
import org.jspecify.annotations.Nullable;

/**
 * The way from the JSON of a bundle to the bundle: version, shape, hash, signature, sequence
 * number, content, in this order.
 */
record BundleReading(Json json) {

  /** The JSON of bytes that may be a bundle. */
  static Json json(byte[] utf8, int largest) {
    if (largest < 1) {
      throw new IllegalArgumentException("a bundle cannot be of " + largest + " bytes");
    }
    if (utf8.length == 0) {
      throw new BundleException(Reason.MALFORMED, "the bundle is empty", null);
    }
    if (utf8.length > largest) {
      throw new BundleException(
          Reason.TOO_LARGE,
          "the bundle is too large: " + utf8.length + " bytes, the limit is " + largest,
          null);
    }
    JsonLimits usual = PolicySetJson.LIMITS;
    JsonLimits limits = new JsonLimits(largest, usual.depth(), usual.numberLength());
    try {
      return new JsonReader(limits).parse(utf8);
    } catch (JsonException e) {
      String what =
          utf8[0] == '{' ? "the bundle is cut off or damaged: " : "this is no bundle and no JSON: ";
      throw new BundleException(Reason.MALFORMED, what + e.getMessage(), e);
    }
  }

  Bundle bundle(BundleTrust trust) {
    try {
      return bundle(trust, JsonFields.of(json, ""));
    } catch (InvalidValueException e) {
      throw malformed(e);
    } catch (IllegalArgumentException e) {
      throw malformed(e);
    }
  }

  private static BundleException malformed(Exception e) {
    return new BundleException(Reason.MALFORMED, "this is no bundle: " + e.getMessage(), e);
  }

  private static Bundle bundle(BundleTrust trust, JsonFields fields) throws InvalidValueException {
    long version = fields.integer("bundle");
    if (version != Bundle.VERSION) {
      throw new BundleException(
          Reason.UNKNOWN_VERSION,
          "the bundle is of version "
              + version
              + ", only version "
              + Bundle.VERSION
              + " is known here",
          null);
    }
    Json content = fields.required("content");
    String hash = fields.text("hash");
    long sequence = fields.integer("sequence");
    BundleSignature signature = signature(fields.optional("signature"));
    fields.end();
    checkHash(hash, content);
    trust.check(hash, sequence, signature);
    PolicySet set = policySet(content);
    checkForm(set, hash);
    return Bundle.of(set, hash, sequence, signature);
  }

  /** A set has the hash of the content it is read from: there is one way to write it. */
  private static void checkForm(PolicySet set, String hash) {
    String own = PolicySetHash.of(set);
    if (!own.equals(hash)) {
      throw new BundleException(
          Reason.INVALID_CONTENT,
          "the policy set is not written in its canonical form, whose hash is " + own,
          null);
    }
  }

  private static @Nullable BundleSignature signature(@Nullable Json json)
      throws InvalidValueException {
    if (json == null) {
      return null;
    }
    JsonFields fields = JsonFields.of(json, "signature");
    BundleSignature signature = new BundleSignature(fields.text("key"), fields.text("value"));
    fields.end();
    return signature;
  }

  private static void checkHash(String claimed, Json content) {
    String hash = PolicySetHash.ofJson(content);
    if (!hash.equals(claimed)) {
      throw new BundleException(
          Reason.TAMPERED,
          "the content was changed: its hash is "
              + hash
              + ", the bundle says "
              + Shown.text(claimed),
          null);
    }
  }

  private static PolicySet policySet(Json content) {
    try {
      return PolicySetJson.fromJson(content);
    } catch (PolicySetFormatException e) {
      throw new BundleException(
          Reason.INVALID_CONTENT, "the policy set may not run: " + e.getMessage(), e);
    }
  }
}
