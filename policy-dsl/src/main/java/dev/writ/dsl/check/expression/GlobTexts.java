package dev.writ.dsl.check.expression;

import dev.writ.dsl.ast.Glob;
import dev.writ.dsl.ast.GlobOne;
import dev.writ.dsl.ast.GlobPartVisitor;
import dev.writ.dsl.ast.GlobRun;
import dev.writ.dsl.ast.GlobSegments;
import dev.writ.dsl.ast.GlobText;

/** Writes patterns in the form that the evaluators read. */
final class GlobTexts {
  private GlobTexts() {}

  /** A pattern over strings, with a backslash before characters that stand for themselves. */
  static String escaped(Glob glob) {
    return text(glob, true);
  }

  /** A pattern over paths, which know no escape. */
  static String plain(Glob glob) {
    return text(glob, false);
  }

  private static String text(Glob glob, boolean escape) {
    StringBuilder out = new StringBuilder();
    glob.parts().forEach(part -> out.append(part.accept(new Writer(escape))));
    return out.toString();
  }

  private record Writer(boolean escape) implements GlobPartVisitor<String> {
    @Override
    public String visitText(GlobText part) {
      return escape ? part.text().replaceAll("[*?\\\\]", "\\\\$0") : part.text();
    }

    @Override
    public String visitOne(GlobOne part) {
      return "?";
    }

    @Override
    public String visitRun(GlobRun part) {
      return "*";
    }

    @Override
    public String visitSegments(GlobSegments part) {
      return "**";
    }
  }
}
