package dev.writ.core.model;

/**
 * How much JSON is read.
 *
 * @param length of the whole text, in bytes where it comes as bytes, else in characters
 * @param depth of nested arrays and objects
 * @param numberLength of the text of a number, in characters
 */
public record JsonLimits(int length, int depth, int numberLength) {

  /** 16 MiB, 64 levels, numbers of 128 characters. */
  public static final JsonLimits DEFAULT = new JsonLimits(16 << 20, 64, 128);

  public JsonLimits {
    if (length < 1 || depth < 1 || numberLength < 1) {
      throw new IllegalArgumentException("a limit of JSON is not positive");
    }
  }
}
