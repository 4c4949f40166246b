package dev.writ.dsl.parse;

import dev.writ.dsl.ast.Count;
import dev.writ.dsl.ast.DecimalLiteral;
import dev.writ.dsl.ast.Expression;
import dev.writ.dsl.ast.IntLiteral;
import dev.writ.dsl.grammar.WritLexer;
import dev.writ.dsl.grammar.WritParser.NumberContext;
import dev.writ.dsl.source.DiagnosticCode;
import dev.writ.dsl.source.Span;
import java.math.BigDecimal;
import java.math.BigInteger;
import org.antlr.v4.runtime.Token;

/** Builds numbers. */
final class LiteralBuilder {
  private static final int PLACES = 4;
  private static final BigInteger LOWEST = BigInteger.valueOf(Long.MIN_VALUE);
  private static final BigInteger GREATEST = BigInteger.valueOf(Long.MAX_VALUE);

  private final Reporter reporter;

  LiteralBuilder(Reporter reporter) {
    this.reporter = reporter;
  }

  /** Returns an Int or Decimal with its sign. */
  Expression number(NumberContext context) {
    Token digits = context.getStop();
    boolean negative = context.getStart() != digits;
    Span span = reporter.span(context);
    return digits.getType() == WritLexer.DECIMAL
        ? decimal(digits, negative, span)
        : integer(digits, negative, span);
  }

  /** Returns a whole number of at least one; anything else is reported. */
  Count count(NumberContext context) {
    return new Count(Math.max(1, whole(context, 1)), reporter.span(context));
  }

  /** Returns a whole number of at least {@code least}; anything else is reported. */
  long whole(NumberContext context, long least) {
    Token digits = context.getStop();
    boolean isWhole = digits.getType() == WritLexer.INT && context.getStart() == digits;
    long value = isWhole ? integer(digits, false, reporter.span(context)).value() : -1;
    if (value < least && digits.getType() != WritLexer.BAD_NUMBER) {
      reporter.error(
          DiagnosticCode.INVALID_COUNT,
          context,
          Wording.quote(context.getText()) + " is no whole number of at least " + least,
          null);
      return least;
    }
    return Math.max(value, least);
  }

  IntLiteral integer(Token token, boolean negative, Span span) {
    if (token.getType() == WritLexer.BAD_NUMBER) {
      return new IntLiteral(0, span);
    }
    checkZeros(token);
    BigInteger value = new BigInteger(token.getText());
    value = negative ? value.negate() : value;
    if (value.compareTo(LOWEST) < 0 || value.compareTo(GREATEST) > 0) {
      outOfRange(span, Wording.quote(value.toString()) + " does not fit an Int of 64 bits");
      return new IntLiteral(0, span);
    }
    return new IntLiteral(value.longValueExact(), span);
  }

  DecimalLiteral decimal(Token token, boolean negative, Span span) {
    checkZeros(token);
    BigDecimal value = new BigDecimal(token.getText());
    value = negative ? value.negate() : value;
    if (value.scale() > PLACES) {
      outOfRange(span, "a Decimal has at most four places, not " + value.scale());
      return new DecimalLiteral(BigDecimal.ZERO, span);
    }
    BigInteger scaled = value.setScale(PLACES).unscaledValue();
    if (scaled.compareTo(LOWEST) < 0 || scaled.compareTo(GREATEST) > 0) {
      outOfRange(span, Wording.quote(value.toPlainString()) + " does not fit a Decimal of 64 bits");
      return new DecimalLiteral(BigDecimal.ZERO, span);
    }
    return new DecimalLiteral(value, span);
  }

  /** Reports a zero before other digits, which elsewhere means octal. */
  void checkZeros(Token token) {
    String text = token.getText();
    if (text.length() > 1 && text.charAt(0) == '0' && Character.isDigit(text.charAt(1))) {
      reporter.error(
          DiagnosticCode.MALFORMED_NUMBER,
          token,
          Wording.quote(text) + " starts with a zero",
          "numbers are decimal; write them without leading zeros");
    }
  }

  private void outOfRange(Span span, String message) {
    reporter.error(DiagnosticCode.NUMBER_OUT_OF_RANGE, span, message, null);
  }
}
