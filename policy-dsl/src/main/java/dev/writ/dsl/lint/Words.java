package dev.writ.dsl.lint;

import dev.writ.dsl.ast.Comment;
import dev.writ.dsl.ast.PolicyFile;
import dev.writ.dsl.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The names that stand in a file, outside its comments and strings. */
final class Words {
  private static final Pattern TOKEN =
      Pattern.compile("\"(?:[^\"\\\\\\n]|\\\\.)*\"|`([^`\\n]*)`|([A-Za-z_][A-Za-z0-9_]*)");

  private Words() {}

  /** Hands on each name with the place where it stands, in the order of the text. */
  static void each(PolicyFile file, BiConsumer<String, Span> word) {
    int from = 0;
    for (Span comment : comments(file)) {
      scan(file, from, comment.start(), word);
      from = Math.max(from, comment.end());
    }
    scan(file, from, file.source().text().length(), word);
  }

  /** Returns the places of the comments, in the order of the text. */
  static List<Span> comments(PolicyFile file) {
    List<Span> spans = new ArrayList<>(file.comments().stream().map(Comment::span).toList());
    spans.sort(java.util.Comparator.comparingInt(Span::start));
    return spans;
  }

  private static void scan(PolicyFile file, int from, int to, BiConsumer<String, Span> word) {
    Matcher token = TOKEN.matcher(file.source().text()).region(from, Math.max(from, to));
    while (token.find()) {
      String name = token.group(1) != null ? token.group(1) : token.group(2);
      if (name != null) {
        word.accept(name, new Span(token.start(), token.end()));
      }
    }
  }
}
