package dev.writ.dsl.parse.layout;

import dev.writ.dsl.grammar.WritLexer;
import dev.writ.dsl.grammar.WritParser;
import org.antlr.v4.runtime.BailErrorStrategy;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonTokenStream;

/** The one way in which a policy text is laid out. Stateless and thread-safe. */
public final class CanonicalLayout {
  private CanonicalLayout() {}

  /**
   * The text in its canonical layout, its lines ended by line feeds. Nothing is compared here.
   *
   * @param text a text that parses
   * @throws RuntimeException if it does not
   */
  public static String of(String text) {
    CommonTokenStream tokens = new CommonTokenStream(new WritLexer(CharStreams.fromString(text)));
    WritParser parser = new WritParser(tokens);
    parser.removeErrorListeners();
    parser.setErrorHandler(new BailErrorStrategy());
    WritParser.FileContext tree = parser.file();
    Words words = Words.of(tokens.getTokens(), Dropped.in(tree));
    return Printer.print(tree.accept(new FileLayout(words)));
  }

  /** Whether a comment is one that the layout writes by itself where it is missing. */
  public static boolean writes(String comment) {
    return Exclusions.isOne(comment);
  }
}
