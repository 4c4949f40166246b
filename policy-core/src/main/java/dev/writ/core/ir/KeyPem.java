package dev.writ.core.ir;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.KeySpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The keys that bundles are signed with, as PEM (RFC 7468): private ones in PKCS#8 (RFC 5958), as
 * {@code openssl genpkey -algorithm ed25519} writes them, public ones as SubjectPublicKeyInfo (RFC
 * 8410). Stateless, thread-safe; reads and writes texts, never files.
 */
public final class KeyPem {

  private static final String PRIVATE = "PRIVATE KEY";
  private static final String PUBLIC = "PUBLIC KEY";
  private static final String ALGORITHM = "Ed25519";

  /** Text may stand before the first block, as the RFC allows; one key is in a file. */
  private static final Pattern BLOCK =
      Pattern.compile("-----BEGIN ([A-Z0-9 ]*)-----([^-]*)-----END \\1-----");

  /** What else a key may be; for messages. */
  private static final List<String> OTHERS = List.of("RSA", "EC", "Ed448", "X25519", "DSA");

  private KeyPem() {}

  /** Makes the key of some bytes, or refuses. */
  private interface Maker<K> {
    K make(KeyFactory factory) throws InvalidKeySpecException;
  }

  /**
   * Reads a private key.
   *
   * @throws KeyPemException if the text is not the PEM of one Ed25519 private key that is not
   *     encrypted
   */
  public static PrivateKey privateKey(String pem) throws KeyPemException {
    KeySpec spec = new PKCS8EncodedKeySpec(block(pem, PRIVATE));
    return key(factory -> factory.generatePrivate(spec));
  }

  /**
   * Reads a public key.
   *
   * @throws KeyPemException if the text is not the PEM of one Ed25519 public key
   */
  public static PublicKey publicKey(String pem) throws KeyPemException {
    KeySpec spec = new X509EncodedKeySpec(block(pem, PUBLIC));
    return key(factory -> factory.generatePublic(spec));
  }

  /** Writes a private key, with a new line at the end. It is not encrypted. */
  public static String write(PrivateKey key) {
    return pem(PRIVATE, key.getEncoded());
  }

  /** Writes a public key, with a new line at the end. */
  public static String write(PublicKey key) {
    return pem(PUBLIC, key.getEncoded());
  }

  private static String pem(String label, byte[] der) {
    String lines =
        Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII)).encodeToString(der);
    return "-----BEGIN " + label + "-----\n" + lines + "\n-----END " + label + "-----\n";
  }

  private static byte[] block(String pem, String label) throws KeyPemException {
    if (pem.isBlank()) {
      throw new KeyPemException("the key is empty");
    }
    Matcher block = BLOCK.matcher(pem);
    if (!block.find()) {
      throw new KeyPemException(
          "there is no key in PEM: a line `-----BEGIN " + label + "-----`, the key and its end");
    }
    if (!block.group(1).equals(label)) {
      throw new KeyPemException(another(block.group(1), label));
    }
    String base64 = block.group(2);
    if (block.find()) {
      throw new KeyPemException("there is more than one key");
    }
    try {
      return Base64.getDecoder().decode(base64.replaceAll("\\s", ""));
    } catch (IllegalArgumentException e) {
      throw new KeyPemException("the key is damaged: it is not base64");
    }
  }

  private static String another(String found, String needed) {
    if (found.equals("ENCRYPTED PRIVATE KEY")) {
      return "the key is encrypted, one without passphrase is needed:"
          + " `openssl pkey -in FILE -out PLAIN` takes it off";
    }
    if (found.equals(PRIVATE)) {
      return "this is a private key, its public key is needed";
    }
    if (found.equals(PUBLIC)) {
      return "this is a public key, the private key is needed";
    }
    return "`" + found + "` is found, `" + needed + "` with an Ed25519 key is needed";
  }

  private static <K> K key(Maker<K> maker) throws KeyPemException {
    try {
      return maker.make(KeyFactory.getInstance(ALGORITHM));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
    } catch (InvalidKeySpecException e) {
      throw new KeyPemException(otherKind(maker));
    }
  }

  private static String otherKind(Maker<?> maker) {
    for (String other : OTHERS) {
      if (makes(maker, other)) {
        return "this is a key of " + other + ", one of " + ALGORITHM + " is needed";
      }
    }
    return "the key is damaged, or not of " + ALGORITHM;
  }

  private static boolean makes(Maker<?> maker, String algorithm) {
    try {
      maker.make(KeyFactory.getInstance(algorithm));
      return true;
    } catch (GeneralSecurityException e) {
      return false;
    }
  }
}
