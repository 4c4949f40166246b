package dev.writ.dsl.parse;

import dev.writ.dsl.ast.Glob;
import dev.writ.dsl.ast.GlobOne;
import dev.writ.dsl.ast.GlobPart;
import dev.writ.dsl.ast.GlobRun;
import dev.writ.dsl.ast.GlobSegments;
import dev.writ.dsl.ast.GlobText;
import dev.writ.dsl.source.DiagnosticCode;
import dev.writ.dsl.source.Span;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.Token;

/** Reads the patterns after {@code like} and {@code matches}. */
final class Globs {
  private static final String ESCAPED = "*?";

  private final Reporter reporter;
  private final TextReader texts;

  Globs(Reporter reporter) {
    this.reporter = reporter;
    this.texts = new TextReader(reporter);
  }

  /** Returns the pattern of {@code like}, where {@code **} is no more than {@code *}. */
  Glob text(Token token) {
    return new Parts(token).read(false);
  }

  /** Returns the pattern of {@code matches}, where {@code **} is whole segments. */
  Glob segments(Token token) {
    Glob glob = new Parts(token).read(true);
    checkSegments(glob, token);
    return glob;
  }

  private void checkSegments(Glob glob, Token token) {
    List<GlobPart> parts = glob.parts();
    for (int i = 0; i < parts.size(); i++) {
      if (parts.get(i) instanceof GlobSegments
          && !(endsSegment(parts, i - 1) && startsSegment(parts, i + 1))) {
        reporter.error(
            DiagnosticCode.INVALID_GLOB,
            token,
            "`**` stands for whole segments and must stand alone between `/`",
            "write `*` for anything inside one segment");
      }
    }
  }

  private static boolean endsSegment(List<GlobPart> parts, int at) {
    return at < 0 || (parts.get(at) instanceof GlobText text && text.text().endsWith("/"));
  }

  private static boolean startsSegment(List<GlobPart> parts, int at) {
    return at == parts.size()
        || (parts.get(at) instanceof GlobText text && text.text().startsWith("/"));
  }

  /** Collects the parts of one pattern. */
  private final class Parts {
    private final Token token;
    private final Span span;
    private final List<GlobPart> parts = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private final StringBuilder whole = new StringBuilder();
    private int stars;

    Parts(Token token) {
      this.token = token;
      this.span = reporter.span(token);
    }

    Glob read(boolean segmented) {
      texts.read(token, ESCAPED, (unit, escaped) -> accept(unit, escaped, segmented));
      endStars(segmented);
      endText();
      texts.checkSurrogates(token, whole.toString());
      texts.checkNormalized(token, whole.toString());
      return new Glob(parts, span);
    }

    private void accept(char unit, boolean escaped, boolean segmented) {
      whole.append(unit);
      if (unit == '*' && !escaped) {
        endText();
        stars++;
        return;
      }
      endStars(segmented);
      if (unit == '?' && !escaped) {
        endText();
        parts.add(new GlobOne(span));
      } else {
        text.append(unit);
      }
    }

    private void endStars(boolean segmented) {
      if (stars > 2 && segmented) {
        reporter.error(
            DiagnosticCode.INVALID_GLOB,
            token,
            "a pattern has `*` and `**`, and nothing longer",
            "write `**` for whole segments");
      }
      if (stars > 0) {
        parts.add(segmented && stars > 1 ? new GlobSegments(span) : new GlobRun(span));
      }
      stars = 0;
    }

    private void endText() {
      if (text.length() > 0) {
        parts.add(new GlobText(text.toString(), span));
        text.setLength(0);
      }
    }
  }
}
