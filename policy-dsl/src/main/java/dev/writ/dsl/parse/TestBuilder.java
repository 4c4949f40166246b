package dev.writ.dsl.parse;

import dev.writ.dsl.ast.AfterStep;
import dev.writ.dsl.ast.Annotation;
import dev.writ.dsl.ast.AtStep;
import dev.writ.dsl.ast.InstantLiteral;
import dev.writ.dsl.ast.QuotedText;
import dev.writ.dsl.ast.TestDecl;
import dev.writ.dsl.ast.TestStatement;
import dev.writ.dsl.grammar.WritParser.AfterStatementContext;
import dev.writ.dsl.grammar.WritParser.AtStatementContext;
import dev.writ.dsl.grammar.WritParser.ExpectStatementContext;
import dev.writ.dsl.grammar.WritParser.GivenStatementContext;
import dev.writ.dsl.grammar.WritParser.LetStatementContext;
import dev.writ.dsl.grammar.WritParser.TestDeclContext;
import dev.writ.dsl.grammar.WritParser.TestStatementContext;
import dev.writ.dsl.source.DiagnosticCode;
import dev.writ.dsl.source.Span;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Builds tests; a statement that lacks something is reported and left out. */
final class TestBuilder {
  private final Builders builders;
  private final GivenBuilder givens;
  private final RequestBuilder requests;
  private final ExpectBuilder expectations;

  TestBuilder(Builders builders) {
    this.builders = builders;
    this.givens = new GivenBuilder(builders);
    this.requests = new RequestBuilder(builders, givens);
    this.expectations = new ExpectBuilder(builders);
  }

  TestDecl test(TestDeclContext context, List<Annotation> annotations) {
    QuotedText name = builders.names.ruleName(context.ruleName(), context.getStart(), "test");
    List<TestStatement> statements = new ArrayList<>();
    context.statements.forEach(statement -> statements.addAll(statements(statement)));
    return new TestDecl(
        annotations, name, start(context, name), statements, builders.reporter.span(context));
  }

  private InstantLiteral start(TestDeclContext context, QuotedText name) {
    if (context.instant() != null) {
      return builders.times.instant(context.instant());
    }
    Span end = new Span(name.span().end(), name.span().end());
    builders.reporter.error(
        DiagnosticCode.MISSING_CLAUSE,
        builders.reporter.span(context.getStart()).to(name.span()),
        "a test says when it takes place",
        "add an instant, such as `at 2026-03-02T10:00:00Z`");
    return new InstantLiteral(Instant.EPOCH, end);
  }

  /** Returns the statements that one statement of the text stands for. */
  List<TestStatement> statements(TestStatementContext context) {
    if (context instanceof GivenStatementContext given) {
      return givens.statements(given.given());
    } else if (context instanceof LetStatementContext let) {
      return listOf(requests.request(let));
    } else if (context instanceof ExpectStatementContext expect) {
      return List.of(expectations.expect(expect));
    } else if (context instanceof AfterStatementContext after) {
      return List.of(
          new AfterStep(builders.times.duration(after.duration()), builders.reporter.span(after)));
    } else if (context instanceof AtStatementContext at) {
      return List.of(new AtStep(builders.times.instant(at.instant()), builders.reporter.span(at)));
    }
    throw new Unhandled(context);
  }

  private static List<TestStatement> listOf(@Nullable TestStatement statement) {
    return statement == null ? List.of() : List.of(statement);
  }
}
