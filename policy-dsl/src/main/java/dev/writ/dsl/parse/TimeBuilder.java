package dev.writ.dsl.parse;

import dev.writ.dsl.ast.DurationLiteral;
import dev.writ.dsl.ast.DurationUnit;
import dev.writ.dsl.ast.InstantLiteral;
import dev.writ.dsl.ast.TimeOfDayLiteral;
import dev.writ.dsl.grammar.WritLexer;
import dev.writ.dsl.grammar.WritParser.DurationContext;
import dev.writ.dsl.grammar.WritParser.InstantContext;
import dev.writ.dsl.source.DiagnosticCode;
import dev.writ.dsl.source.Span;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.regex.Pattern;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;

/** Builds durations, instants and times of day. */
final class TimeBuilder {
  private static final Pattern INSTANT =
      Pattern.compile(
          "[0-9]{4}-[0-9]{2}-[0-9]{2}T([01][0-9]|2[0-3]):[0-9]{2}:[0-9]{2}(\\.[0-9]{1,3})?Z");

  private final Reporter reporter;
  private final LiteralBuilder literals;

  TimeBuilder(Reporter reporter) {
    this.reporter = reporter;
    this.literals = new LiteralBuilder(reporter);
  }

  DurationLiteral duration(DurationContext context) {
    return duration(context.getStart());
  }

  DurationLiteral duration(Token token) {
    Span span = reporter.span(token);
    if (token.getType() == WritLexer.INT) {
      String text = token.getText();
      report(token, Wording.quote(text) + " is no duration", "add its unit, as in `" + text + "m`");
    }
    if (token.getType() != WritLexer.DURATION) {
      return new DurationLiteral(0, DurationUnit.MILLISECOND, span);
    }
    literals.checkZeros(token);
    String text = token.getText();
    DurationUnit unit = unit(text);
    String digits = text.substring(0, text.length() - unit.suffix().length());
    BigInteger amount = new BigInteger(digits);
    if (amount.compareTo(BigInteger.valueOf(Long.MAX_VALUE / unit.millis())) > 0) {
      String message = Wording.quote(text) + " does not fit a Duration of 64 bits";
      reporter.error(DiagnosticCode.NUMBER_OUT_OF_RANGE, token, message, null);
      return new DurationLiteral(0, unit, span);
    }
    return new DurationLiteral(amount.longValueExact(), unit, span);
  }

  private static DurationUnit unit(String text) {
    for (DurationUnit unit : DurationUnit.values()) {
      if (text.endsWith(unit.suffix())) {
        return unit;
      }
    }
    throw new IllegalArgumentException("no unit ends " + text);
  }

  InstantLiteral instant(InstantContext context) {
    if (context.string() != null) {
      String help = "write it without quotes, such as `2026-03-02T10:00:00Z`";
      report(context.getStart(), "an instant is no string", help);
      return new InstantLiteral(Instant.EPOCH, reporter.span(context));
    }
    return instant(context.getStart());
  }

  /** Returns an instant; a date without time is reported with the words of the file. */
  InstantLiteral instant(Token token) {
    Span span = reporter.span(token);
    Instant value = token.getType() == WritLexer.INSTANT ? parse(token) : null;
    return new InstantLiteral(value == null ? Instant.EPOCH : value, span);
  }

  private @Nullable Instant parse(Token token) {
    String text = token.getText();
    if (!INSTANT.matcher(text).matches()) {
      String help = "instants are in UTC with seconds, such as `2026-03-02T10:00:00Z`";
      report(token, Wording.quote(text) + " is no instant", help);
      return null;
    }
    try {
      return LocalDateTime.parse(text.substring(0, text.length() - 1)).toInstant(ZoneOffset.UTC);
    } catch (DateTimeException e) {
      report(token, Wording.quote(text) + " is on no calendar", null);
      return null;
    }
  }

  TimeOfDayLiteral timeOfDay(Token token) {
    LocalTime value = LocalTime.MIDNIGHT;
    if (token.getType() == WritLexer.TIME) {
      try {
        value = LocalTime.parse(token.getText());
      } catch (DateTimeException e) {
        String help = "a day goes from `00:00` to `23:59:59`";
        report(token, Wording.quote(token.getText()) + " is no time of day", help);
      }
    }
    return new TimeOfDayLiteral(value, reporter.span(token));
  }

  private void report(Token token, String message, @Nullable String help) {
    reporter.error(DiagnosticCode.MALFORMED_TIME, token, message, help);
  }
}
