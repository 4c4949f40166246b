package dev.writ.core.model;

import java.util.Optional;

/**
 * How much of anything a request, an entity or a state may hold. Beyond it a value is invalid.
 *
 * @param stringBytes of a string, in UTF-8
 * @param setSize elements of a set, or tags of a map
 * @param depth levels of arrays and objects in an opaque value
 * @param ancestors of an entity
 * @param chain members of a delegation chain
 */
public record DataLimits(int stringBytes, int setSize, int depth, int ancestors, int chain) {

  /** 64 KiB, 1,000 elements, 64 levels, 10,000 ancestors, 8 members. */
  public static final DataLimits DEFAULT = new DataLimits(64 << 10, 1_000, 64, 10_000, 8);

  public DataLimits {
    if (stringBytes < 1 || setSize < 1 || depth < 1 || ancestors < 1 || chain < 0) {
      throw new IllegalArgumentException("a limit of data is not positive");
    }
  }

  /** Whether nothing is wrong with a string. */
  boolean isText(String text) {
    return Utf16.isWellFormed(text) && Utf16.fitsUtf8(text, stringBytes);
  }

  /** Whether a string is surely not too long. */
  boolean isShort(String text) {
    return text.length() <= stringBytes / 3;
  }

  /** What is wrong with a string, if anything: it is too long, or no sequence of code points. */
  Optional<String> textProblem(String text) {
    if (!Utf16.isWellFormed(text)) {
      return Optional.of("the string holds half a surrogate pair");
    }
    return Utf16.fitsUtf8(text, stringBytes)
        ? Optional.empty()
        : Optional.of("the string is longer than " + stringBytes + " bytes");
  }
}
