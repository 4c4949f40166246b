package dev.writ.core.persistent;

/** The hash by which keys are placed. */
final class Hash {

  private Hash() {}

  /**
   * The hash code of a key, its bits mixed: those of texts that count upwards differ in few places.
   * Different codes stay different.
   */
  static int of(Object key) {
    int hash = key.hashCode();
    hash = (hash ^ (hash >>> 16)) * 0x85ebca6b;
    return hash ^ (hash >>> 15);
  }
}
