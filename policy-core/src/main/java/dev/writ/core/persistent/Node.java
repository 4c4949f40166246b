package dev.writ.core.persistent;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.jspecify.annotations.Nullable;

/** A part of a map: a branch, or entries whose hashes are equal. Immutable. */
abstract class Node<K extends Comparable<? super K>, V> {

  private volatile byte @Nullable [] digest;

  /** This part with the key at this value. */
  abstract Node<K, V> with(K key, int hash, int shift, V value, boolean replaces);

  /** This part without the key, which is in it; what is left holds one entry at least. */
  abstract Node<K, V> without(K key, int hash, int shift);

  /** The only entry of this part, key and value, or null where there are more. */
  abstract Object @Nullable [] onlyEntry();

  /** Adds what tells this part from others, its own digests included. */
  abstract void addTo(MessageDigest sha, EntryDigest<K, V> entries);

  final byte[] digest(EntryDigest<K, V> entries) {
    byte[] known = digest;
    if (known == null) {
      MessageDigest sha = sha256();
      addTo(sha, entries);
      known = sha.digest();
      digest = known;
    }
    return known;
  }

  static void add(MessageDigest sha, long first, long second) {
    sha.update(ByteBuffer.allocate(16).putLong(first).putLong(second).array());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
