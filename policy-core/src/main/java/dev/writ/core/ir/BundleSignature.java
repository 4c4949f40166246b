package dev.writ.core.ir;

import dev.writ.core.model.Json;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.util.Base64;
import java.util.Objects;

/**
 * The Ed25519 signature of a bundle (RFC 8032).
 *
 * @param keyId what the key is called; not empty
 * @param value the signature, 64 bytes in base64url without padding
 */
public record BundleSignature(String keyId, String value) {

  private static final String ALGORITHM = "Ed25519";

  public BundleSignature {
    Objects.requireNonNull(value, "value");
    if (keyId.isEmpty()) {
      throw new IllegalArgumentException("the id of a key is not empty");
    }
  }

  static BundleSignature sign(String keyId, PrivateKey key, byte[] statement) {
    try {
      Signature signature = algorithm();
      signature.initSign(key);
      signature.update(statement);
      return new BundleSignature(
          keyId, Base64.getUrlEncoder().withoutPadding().encodeToString(signature.sign()));
    } catch (InvalidKeyException e) {
      throw new IllegalArgumentException("a bundle is signed with an Ed25519 key", e);
    } catch (SignatureException e) {
      throw new IllegalStateException("signing failed", e);
    }
  }

  /** Whether this key signed this statement; false also where the key is of another kind. */
  boolean vouchesFor(byte[] statement, PublicKey key) {
    try {
      Signature signature = algorithm();
      signature.initVerify(key);
      signature.update(statement);
      return signature.verify(Base64.getUrlDecoder().decode(value));
    } catch (InvalidKeyException | SignatureException | IllegalArgumentException e) {
      return false;
    }
  }

  private static Signature algorithm() {
    try {
      return Signature.getInstance(ALGORITHM);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
    }
  }

  Json toJson() {
    return Json.object().put("key", keyId).put("value", value).build();
  }
}
