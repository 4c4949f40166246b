package dev.writ.dsl.parse;

import dev.writ.dsl.source.Diagnostic;
import dev.writ.dsl.source.DiagnosticCode;
import dev.writ.dsl.source.Diagnostics;
import dev.writ.dsl.source.SourceText;
import dev.writ.dsl.source.Span;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;

/** Knows where tokens stand in the text and collects the diagnostics of one parse. */
final class Reporter {
  private final SourceText source;
  private final Offsets offsets;
  private final Diagnostics diagnostics = new Diagnostics();
  private final int most;

  Reporter(SourceText source, ParseLimits limits) {
    this.source = source;
    this.offsets = Offsets.of(source.text());
    this.most = limits.diagnostics();
  }

  SourceText source() {
    return source;
  }

  Diagnostics diagnostics() {
    return diagnostics;
  }

  /** Returns where a token stands; the end of the text is an empty span. */
  Span span(Token token) {
    int start = offsets.unit(token.getStartIndex());
    return token.getType() == Token.EOF
        ? new Span(start, start)
        : new Span(start, offsets.unit(token.getStopIndex() + 1));
  }

  /** Returns where a part of the parse tree stands; one without tokens is an empty span. */
  Span span(ParserRuleContext context) {
    Token start = context.getStart();
    Token stop = context.getStop();
    if (stop == null || stop.getTokenIndex() < start.getTokenIndex()) {
      int at = offsets.unit(start.getStartIndex());
      return new Span(at, at);
    }
    return span(start).to(span(stop));
  }

  void error(DiagnosticCode code, Span span, String message, @Nullable String help) {
    add(Diagnostic.error(code, source, span, message).withHelp(help));
  }

  void error(DiagnosticCode code, Token token, String message, @Nullable String help) {
    error(code, span(token), message, help);
  }

  void error(
      DiagnosticCode code, ParserRuleContext context, String message, @Nullable String help) {
    error(code, span(context), message, help);
  }

  /** Adds a diagnostic, or says once that there are too many. */
  void add(Diagnostic diagnostic) {
    if (diagnostics.size() < most) {
      diagnostics.add(diagnostic);
    } else if (diagnostics.size() == most) {
      diagnostics.add(
          Diagnostic.error(
              DiagnosticCode.TOO_MANY_DIAGNOSTICS,
              source,
              diagnostic.span(),
              "more than " + most + " errors; the rest of the file is not reported"));
    }
  }
}
