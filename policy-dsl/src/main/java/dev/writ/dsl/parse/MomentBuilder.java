package dev.writ.dsl.parse;

import dev.writ.dsl.ast.AbsoluteMoment;
import dev.writ.dsl.ast.Moment;
import dev.writ.dsl.ast.RelativeMoment;
import dev.writ.dsl.grammar.WritLexer;
import dev.writ.dsl.grammar.WritParser.AbsolutePointContext;
import dev.writ.dsl.grammar.WritParser.MomentContext;
import dev.writ.dsl.grammar.WritParser.RelativePointContext;
import dev.writ.dsl.source.DiagnosticCode;
import dev.writ.dsl.source.Span;

/** Builds the points in time of tests. */
final class MomentBuilder {
  private final Builders builders;

  MomentBuilder(Builders builders) {
    this.builders = builders;
  }

  Moment moment(MomentContext context) {
    Span span = builders.reporter.span(context);
    if (context instanceof AbsolutePointContext point) {
      return new AbsoluteMoment(builders.times.instant(point.instant()), span);
    } else if (context instanceof RelativePointContext point) {
      checkSign(point);
      boolean earlier = point.sign != null && point.sign.getType() == WritLexer.MINUS;
      return new RelativeMoment(earlier, builders.times.duration(point.duration()), span);
    }
    throw new Unhandled(context);
  }

  private void checkSign(RelativePointContext point) {
    if (point.sign == null) {
      String text = point.getText();
      builders.reporter.error(
          DiagnosticCode.MALFORMED_TIME,
          point,
          Wording.quote(text) + " is a duration, not a point in time",
          "write `+" + text + "` for later, `-" + text + "` for earlier");
    }
  }
}
