package dev.writ.dsl.parse;

import dev.writ.dsl.ast.PolicyFile;
import dev.writ.dsl.grammar.WritParser;
import dev.writ.dsl.source.Diagnostic;
import dev.writ.dsl.source.DiagnosticCode;
import dev.writ.dsl.source.SourceText;
import dev.writ.dsl.source.Span;
import java.util.List;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.ListTokenSource;
import org.antlr.v4.runtime.Token;

/**
 * The way from a policy text to its syntax tree.
 *
 * <p>Stateless and safe to use from several threads. Nothing in a text makes it throw: whatever is
 * wrong comes back as diagnostics, all independent ones of a file together.
 */
public final class Parser {
  private static final int SHOWN = 200;

  private Parser() {}

  /**
   * Parses the bytes of a file, which must be UTF-8; a byte order mark at the start is allowed.
   *
   * @param name what diagnostics call the file
   */
  public static ParseResult parse(String name, byte[] bytes, ParseLimits limits) {
    if (bytes.length > limits.fileSize()) {
      return tooLarge(new SourceText(name, ""), bytes.length, limits);
    }
    Utf8 decoded = Utf8.decode(name, bytes);
    return decoded.error() == null
        ? parse(decoded.source(), limits)
        : new ParseResult(empty(decoded.source()), List.of(decoded.error()));
  }

  /** Parses a text. */
  public static ParseResult parse(SourceText source, ParseLimits limits) {
    if (source.text().length() > limits.fileSize()) {
      String start = source.text().substring(0, Math.min(SHOWN, source.text().length()));
      return tooLarge(new SourceText(source.name(), start), source.text().length(), limits);
    }
    Reporter reporter = new Reporter(source, limits);
    PolicyFile file = parse(reporter, limits);
    return new ParseResult(file, reporter.diagnostics().sorted());
  }

  private static PolicyFile parse(Reporter reporter, ParseLimits limits) {
    SourceText source = reporter.source();
    String text = new TextCheck(reporter).check(source.text());
    List<Token> tokens = Tokens.of(text, reporter, limits);
    if (tokens == null) {
      return empty(source);
    }
    new TokenCheck(reporter, limits).check(tokens);
    Token deep = NestingCheck.firstTooDeep(tokens, limits.depth());
    if (deep != null) {
      reporter.error(
          DiagnosticCode.NESTING_TOO_DEEP,
          deep,
          "brackets and operators are nested more than " + limits.depth() + " deep",
          "name parts of the expression with `let`");
      return empty(source);
    }
    return build(tokens, reporter);
  }

  private static PolicyFile build(List<Token> tokens, Reporter reporter) {
    WritParser parser = new WritParser(new CommonTokenStream(new ListTokenSource(tokens)));
    SyntaxErrors errors = new SyntaxErrors(parser, reporter);
    parser.removeErrorListeners();
    parser.setErrorHandler(errors);
    WritParser.FileContext tree = parser.file();
    return new FileBuilder(reporter, errors.broken()).file(tree, tokens);
  }

  private static ParseResult tooLarge(SourceText shown, int size, ParseLimits limits) {
    String message = "the file is too large: " + size + " bytes, the limit is " + limits.fileSize();
    Diagnostic diagnostic =
        Diagnostic.error(DiagnosticCode.FILE_TOO_LARGE, shown, new Span(0, 0), message)
            .withHelp("split the file; files of one module are compiled together");
    return new ParseResult(empty(shown), List.of(diagnostic));
  }

  private static PolicyFile empty(SourceText source) {
    return new PolicyFile(source, null, List.of(), List.of(), List.of());
  }
}
