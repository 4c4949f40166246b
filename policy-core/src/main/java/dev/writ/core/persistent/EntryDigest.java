package dev.writ.core.persistent;

/** What hashes an entry of a map: different entries to different bytes. Pure. */
@FunctionalInterface
public interface EntryDigest<K, V> {

  /** The hash of an entry, always of the same length. */
  byte[] of(K key, V value);
}
