package dev.writ.dsl.parse;

import dev.writ.dsl.ast.BoolLiteral;
import dev.writ.dsl.ast.Expression;
import dev.writ.dsl.ast.Identifier;
import dev.writ.dsl.ast.NameReference;
import dev.writ.dsl.ast.QuotedText;
import dev.writ.dsl.ast.RecordEntry;
import dev.writ.dsl.ast.RecordLiteral;
import dev.writ.dsl.ast.Root;
import dev.writ.dsl.ast.RootReference;
import dev.writ.dsl.ast.StringLiteral;
import dev.writ.dsl.grammar.WritLexer;
import dev.writ.dsl.grammar.WritParser.BareNameContext;
import dev.writ.dsl.grammar.WritParser.BoolTextContext;
import dev.writ.dsl.grammar.WritParser.DecimalTextContext;
import dev.writ.dsl.grammar.WritParser.DurationTextContext;
import dev.writ.dsl.grammar.WritParser.InstantTextContext;
import dev.writ.dsl.grammar.WritParser.IntTextContext;
import dev.writ.dsl.grammar.WritParser.LiteralContext;
import dev.writ.dsl.grammar.WritParser.RecordContext;
import dev.writ.dsl.grammar.WritParser.RecordEntryContext;
import dev.writ.dsl.grammar.WritParser.RootContext;
import dev.writ.dsl.grammar.WritParser.StringTextContext;
import dev.writ.dsl.grammar.WritParser.TimeTextContext;
import dev.writ.dsl.source.DiagnosticCode;
import dev.writ.dsl.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.antlr.v4.runtime.Token;

/** Builds the leaves of expressions, and records. */
final class ValueBuilder {
  private final Reporter reporter;
  private final NameBuilder names;
  private final LiteralBuilder literals;
  private final TimeBuilder times;
  private final ExpressionBuilder expressions;

  ValueBuilder(Reporter reporter, ExpressionBuilder expressions) {
    this.reporter = reporter;
    this.names = new NameBuilder(reporter);
    this.literals = new LiteralBuilder(reporter);
    this.times = new TimeBuilder(reporter);
    this.expressions = expressions;
  }

  LiteralBuilder literals() {
    return literals;
  }

  Expression root(RootContext context) {
    return new RootReference(
        Root.valueOf(context.getText().toUpperCase(Locale.ROOT)), reporter.span(context));
  }

  Expression name(BareNameContext context) {
    Token token = context.getStart();
    Identifier name = names.identifier(token);
    if (token.getType() == WritLexer.ID && name.text().equals("null")) {
      reporter.error(
          DiagnosticCode.NULL_LITERAL,
          token,
          "there is no `null`",
          "ask with `has` or `lacks` whether an optional value is there");
    }
    return new NameReference(name, name.span());
  }

  Expression literal(LiteralContext context) {
    Token token = context.getStart();
    Span span = reporter.span(context);
    if (context instanceof BoolTextContext) {
      return new BoolLiteral(token.getType() == WritLexer.TRUE, span);
    } else if (context instanceof IntTextContext) {
      return literals.integer(token, false, span);
    } else if (context instanceof DecimalTextContext) {
      return literals.decimal(token, false, span);
    } else if (context instanceof StringTextContext string) {
      return new StringLiteral(names.text(string.string()).value(), span);
    } else if (context instanceof DurationTextContext) {
      return times.duration(token);
    } else if (context instanceof InstantTextContext) {
      return times.instant(token);
    } else if (context instanceof TimeTextContext) {
      return times.timeOfDay(token);
    }
    throw new Unhandled(context);
  }

  RecordLiteral record(RecordContext context) {
    List<RecordEntry> entries = new ArrayList<>();
    for (RecordEntryContext entry : context.recordEntry()) {
      Expression value = expressions.expression(entry.expression());
      entries.add(new RecordEntry(key(entry), value, reporter.span(entry)));
    }
    return new RecordLiteral(entries, reporter.span(context));
  }

  /** Returns the key of a record, or of a map, which may be any text in quotes. */
  private Identifier key(RecordEntryContext entry) {
    if (entry.word() != null) {
      return names.word(entry.word());
    }
    QuotedText text = names.text(Objects.requireNonNull(entry.string()));
    if (text.value().isEmpty()) {
      reporter.error(DiagnosticCode.LITERAL_REQUIRED, entry.string(), "a key is never empty", null);
      return new Identifier("_", text.span());
    }
    return new Identifier(text.value(), text.span());
  }
}
