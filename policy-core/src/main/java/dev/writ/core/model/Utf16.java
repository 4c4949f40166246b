package dev.writ.core.model;

/** Questions about strings as Java holds them. */
final class Utf16 {

  private Utf16() {}

  /** Whether every surrogate stands in a pair, so that the string is a sequence of code points. */
  static boolean isWellFormed(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isSurrogate(c)) {
        if (!isPairAt(text, i)) {
          return false;
        }
        i++;
      }
    }
    return true;
  }

  /** Whether a high surrogate and a low one stand at {@code index}. */
  static boolean isPairAt(String text, int index) {
    return index + 1 < text.length()
        && Character.isSurrogatePair(text.charAt(index), text.charAt(index + 1));
  }

  /** Whether the UTF-8 form of a well-formed string has at most {@code bytes} bytes. */
  static boolean fitsUtf8(String text, int bytes) {
    if (text.length() <= bytes / 3) {
      return true;
    }
    long length = 0;
    for (int i = 0; i < text.length() && length <= bytes; i++) {
      char c = text.charAt(i);
      length += c < 0x80 ? 1 : c < 0x800 || Character.isSurrogate(c) ? 2 : 3;
    }
    return length <= bytes;
  }
}
