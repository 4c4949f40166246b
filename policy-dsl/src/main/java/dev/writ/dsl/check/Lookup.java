package dev.writ.dsl.check;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What looking up a name gave.
 *
 * @param found the declaration, or null where there is not exactly one
 * @param rivals the declarations between which it is unclear, two or more, or none
 * @param otherKind a declaration of that name but of another kind, or null
 */
record Lookup(
    @Nullable Declared<?> found, List<Declared<?>> rivals, @Nullable Declared<?> otherKind) {

  Lookup {
    rivals = List.copyOf(rivals);
  }

  /** Returns the answer of one tier of names, those of the wanted kind first. */
  static Lookup of(List<Declared<?>> wanted, @Nullable Declared<?> otherKind) {
    return switch (wanted.size()) {
      case 0 -> new Lookup(null, List.of(), otherKind);
      case 1 -> new Lookup(wanted.get(0), List.of(), null);
      default -> new Lookup(null, wanted, null);
    };
  }

  /** Returns whether this settles the matter: found, or unclear. */
  boolean isSettled() {
    return found != null || !rivals.isEmpty();
  }
}
