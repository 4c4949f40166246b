package dev.writ.dsl.lint;

import dev.writ.dsl.ast.AllowAnnotation;
import dev.writ.dsl.ast.Annotation;
import dev.writ.dsl.ast.Comment;
import dev.writ.dsl.ast.PolicyFile;
import dev.writ.dsl.source.Fix;
import dev.writ.dsl.source.SourceText;
import dev.writ.dsl.source.Span;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Takes something out of a text, with the blank that it leaves. Comments stay, those inside it
 * among them: in its place, a line each.
 */
final class Removal {
  private Removal() {}

  /** Returns the fix that takes a declaration out, its annotations with it. */
  static Fix of(Written<?> written) {
    List<Annotation> notes = written.declaration().annotations();
    Span whole = written.declaration().span();
    Span span = notes.isEmpty() ? whole : notes.get(0).span().to(whole);
    String title = "leave out " + Phrases.quoted(written);
    return fix(title, written.file(), span);
  }

  /** Returns the fix that takes an annotation out. */
  static Fix of(PolicyFile file, AllowAnnotation note) {
    String title = "leave out `@allow(\"" + note.code().value() + "\", …)`";
    return fix(title, file, note.span());
  }

  private static Fix fix(String title, PolicyFile file, Span span) {
    return Fix.of(
        title, Fix.Effect.KEEPS, withBlank(file.source(), span), commentsWithin(file, span));
  }

  private static String commentsWithin(PolicyFile file, Span span) {
    SourceText source = file.source();
    return file.comments().stream()
        .map(Comment::span)
        .filter(comment -> span.start() <= comment.start() && comment.end() <= span.end())
        .map(comment -> new Span(comment.start(), nextLine(source, comment.end())))
        .map(source::slice)
        .collect(Collectors.joining());
  }

  /** The span with the rest of its lines, where nothing else is on them. */
  private static Span withBlank(SourceText source, Span span) {
    String text = source.text();
    int lineStart = source.lineStart(source.lineOf(span.start()));
    int lineEnd = source.lineEnd(source.lineOf(span.end()));
    boolean first = text.substring(lineStart, span.start()).isBlank();
    boolean last = text.substring(span.end(), lineEnd).isBlank();
    if (first && last) {
      return new Span(lineStart, nextLine(source, span.end()));
    }
    return new Span(span.start(), last ? span.end() : afterBlanks(text, span.end()));
  }

  private static int nextLine(SourceText source, int offset) {
    int line = source.lineOf(offset);
    return line == source.lineCount() ? source.text().length() : source.lineStart(line + 1);
  }

  private static int afterBlanks(String text, int offset) {
    int at = offset;
    while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
      at++;
    }
    return at;
  }
}
