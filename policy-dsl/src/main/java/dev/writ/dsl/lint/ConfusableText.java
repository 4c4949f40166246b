package dev.writ.dsl.lint;

import dev.writ.dsl.ast.PolicyFile;
import dev.writ.dsl.source.Diagnostic;
import dev.writ.dsl.source.DiagnosticCode;
import dev.writ.dsl.source.Span;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Finds words outside comments that look like others: letters of two scripts in one word, words of
 * lookalikes alone, letters that only look like ASCII, characters that are not seen at all. Names
 * are ASCII, so these stand in strings and quoted names. What is written as an escape is seen, and
 * meant.
 */
final class ConfusableText implements Finding {
  private static final DiagnosticCode CODE = DiagnosticCode.CONFUSABLE_TEXT;

  @Override
  public void find(LintedSet set, Consumer<Diagnostic> found) {
    for (PolicyFile file : set.files()) {
      int from = 0;
      for (Span comment : Words.comments(file)) {
        scan(file, from, comment.start(), found);
        from = Math.max(from, comment.end());
      }
      scan(file, from, file.source().text().length(), found);
    }
  }

  private static void scan(PolicyFile file, int from, int to, Consumer<Diagnostic> found) {
    String text = file.source().text();
    int at = from;
    while (at < to) {
      int end = Lookalikes.endOfWord(text, at, to);
      if (end > at) {
        word(file, new Span(at, end), found);
        at = end;
      } else {
        at += Character.charCount(text.codePointAt(at));
      }
    }
  }

  private static void word(PolicyFile file, Span span, Consumer<Diagnostic> found) {
    String word = file.source().slice(span);
    String wrong = word.chars().allMatch(c -> c < 0x80) ? null : wrong(file, span, word);
    if (wrong != null) {
      int character = Lookalikes.suspect(word);
      String escape = "\\u{" + Integer.toHexString(character) + "}";
      found.accept(
          Diagnostic.error(CODE, file.source(), span, wrong)
              .withHelp(
                  "type it anew, or write what is meant as an escape: "
                      + String.format(Locale.ROOT, "U+%04X is `%s`", character, escape)));
    }
  }

  private static @Nullable String wrong(PolicyFile file, Span span, String word) {
    if (word.codePoints().anyMatch(Lookalikes::isInvisible)) {
      return "a character in this word is not seen";
    }
    String scripts = Lookalikes.mixedScripts(word);
    if (scripts != null) {
      return "`" + word + "` mixes " + scripts + " letters";
    }
    if (word.codePoints().anyMatch(Lookalikes::isDisguisedAscii)) {
      return "`" + word + "` holds a character that only looks like ASCII";
    }
    return Lookalikes.isDisguise(word) && !isAmongItsLike(file, span)
        ? "`" + word + "` looks like an ASCII word and is none"
        : null;
  }

  /** Whether other words on the line show that it is a text in that script. */
  private static boolean isAmongItsLike(PolicyFile file, Span span) {
    int line = file.source().lineOf(span.start());
    String whole =
        file.source().text().substring(file.source().lineStart(line), file.source().lineEnd(line));
    return whole
        .codePoints()
        .anyMatch(c -> Lookalikes.isOfDisguisingScript(c) && !Lookalikes.isLookalike(c));
  }
}
