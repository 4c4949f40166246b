package dev.writ.core.cache;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * All of a request that a verdict can depend on, and under which program.
 *
 * <p>Immutable, thread-safe. Two keys are equal only if every part is: the hash code only finds
 * them. Keys of one hash code are ordered, so that a map finds them among many that were chosen to
 * collide.
 */
public final class VerdictKey implements Comparable<VerdictKey> {
  private final Projection projection;
  private final @Nullable Object[] parts;
  private final int hash;
  private final int bytes;

  /**
   * @param parts immutable, compared by content; null where a part is absent
   * @param bytes about how much memory the parts take
   */
  VerdictKey(Projection projection, @Nullable Object[] parts, int bytes) {
    this.projection = projection;
    this.parts = parts;
    this.hash = 31 * System.identityHashCode(projection) + Arrays.hashCode(parts);
    this.bytes = bytes;
  }

  /** About how much memory it takes, in bytes. */
  public int bytes() {
    return bytes;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other
        || (other instanceof VerdictKey key
            && hash == key.hash
            && projection == key.projection
            && Arrays.equals(parts, key.parts));
  }

  @Override
  public int hashCode() {
    return hash;
  }

  /** By hash code, then by what the parts look like; 0 does not mean that they are equal. */
  @Override
  public int compareTo(VerdictKey other) {
    int order = Integer.compare(hash, other.hash);
    for (int i = 0; order == 0 && i < Math.min(parts.length, other.parts.length); i++) {
      order = String.valueOf(parts[i]).compareTo(String.valueOf(other.parts[i]));
    }
    return order == 0 ? Integer.compare(parts.length, other.parts.length) : order;
  }

  @Override
  public String toString() {
    return Arrays.toString(parts);
  }
}
