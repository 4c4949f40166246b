package dev.writ.dsl.parse;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Turns the code point offsets that ANTLR counts in into UTF-16 offsets. Immutable. */
final class Offsets {
  private final int length;
  private final int @Nullable [] units;

  private Offsets(int length, int @Nullable [] units) {
    this.length = length;
    this.units = units;
  }

  /** Returns the offsets of a text; where no surrogate stands they are the same. */
  static Offsets of(String text) {
    if (text.chars().noneMatch(c -> Character.isSurrogate((char) c))) {
      return new Offsets(text.length(), null);
    }
    int[] units = new int[text.length() + 1];
    int points = 0;
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      units[points++] = i;
    }
    units[points] = text.length();
    return new Offsets(text.length(), Arrays.copyOf(units, points + 1));
  }

  /** Returns the UTF-16 offset of a code point; one behind the text is the text's end. */
  int unit(int codePoint) {
    if (units == null) {
      return Math.min(codePoint, length);
    }
    return units[Math.min(codePoint, units.length - 1)];
  }
}
