package dev.writ.dsl.check;

import dev.writ.dsl.source.SourceText;
import dev.writ.dsl.source.Span;
import java.util.HashSet;
import java.util.Set;

/**
 * The words whose declarations have errors. What mentions one of them is not checked further, so
 * that one mistake is not reported once for each place it shows.
 */
final class Taint {
  private final Set<String> words = new HashSet<>();

  void add(String word) {
    words.add(word);
  }

  /** Returns whether some text mentions a word. */
  boolean touches(SourceText source, Span span) {
    if (words.isEmpty()) {
      return false;
    }
    String text = source.text();
    int at = span.start();
    while (at < span.end()) {
      int end = at;
      while (end < span.end() && isWordPart(text.charAt(end))) {
        end++;
      }
      if (end > at && words.contains(text.substring(at, end))) {
        return true;
      }
      at = end + 1;
    }
    return false;
  }

  private static boolean isWordPart(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
  }
}
