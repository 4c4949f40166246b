package dev.writ.dsl.parse;

import dev.writ.dsl.ast.ArgSource;
import dev.writ.dsl.ast.EntityRef;
import dev.writ.dsl.ast.GivenEntity;
import dev.writ.dsl.ast.Identifier;
import dev.writ.dsl.ast.LetRequest;
import dev.writ.dsl.ast.QuotedText;
import dev.writ.dsl.ast.RecordLiteral;
import dev.writ.dsl.grammar.WritParser.ArgSourceContext;
import dev.writ.dsl.grammar.WritParser.LetStatementContext;
import dev.writ.dsl.grammar.WritParser.RequestArgsContext;
import dev.writ.dsl.grammar.WritParser.RequestByContext;
import dev.writ.dsl.grammar.WritParser.RequestCarryingContext;
import dev.writ.dsl.grammar.WritParser.RequestClauseContext;
import dev.writ.dsl.grammar.WritParser.RequestFactsContext;
import dev.writ.dsl.grammar.WritParser.RequestForContext;
import dev.writ.dsl.grammar.WritParser.RequestOnContext;
import dev.writ.dsl.grammar.WritParser.RequestSessionContext;
import dev.writ.dsl.grammar.WritParser.RequestSourcesContext;
import dev.writ.dsl.source.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Builds the requests of tests. */
final class RequestBuilder {
  private final Builders builders;
  private final GivenBuilder givens;

  RequestBuilder(Builders builders, GivenBuilder givens) {
    this.builders = builders;
    this.givens = givens;
  }

  /** Returns the request, or null after reporting that it lacks principal or resource. */
  @Nullable LetRequest request(LetStatementContext context) {
    Parts parts = new Parts();
    context.clauses.forEach(parts::add);
    EntityRef principal = parts.by.get();
    EntityRef resource = parts.on.get();
    if (principal == null || resource == null) {
      builders.missing(
          context,
          principal == null ? "it is not said who acts" : "it is not said on what",
          principal == null ? "add `by Agent::\"...\"`" : "add `on Service::\"...\"`");
      return null;
    }
    return new LetRequest(
        builders.names.name(context.name()),
        builders.names.qualified(context.qualifiedName()),
        principal,
        resource,
        parts.args.get(),
        parts.facts.get(),
        parts.chain.orElse(List.of()),
        parts.session.get(),
        parts.sources.orElse(List.of()),
        parts.carried.orElse(List.of()),
        builders.reporter.span(context));
  }

  private ArgSource source(ArgSourceContext context) {
    List<Identifier> sources = context.name().stream().map(builders.names::name).toList();
    return new ArgSource(
        builders.names.word(context.word()),
        context.LEFT_BRACKET() != null,
        sources,
        builders.reporter.span(context));
  }

  /** The clauses of one request. */
  private final class Parts {
    private final Once<EntityRef> by = once("by");
    private final Once<EntityRef> on = once("on");
    private final Once<RecordLiteral> args = once("with");
    private final Once<RecordLiteral> facts = once("facts");
    private final Once<List<EntityRef>> chain = once("for");
    private final Once<QuotedText> session = once("session");
    private final Once<List<ArgSource>> sources = once("sources");
    private final Once<List<GivenEntity>> carried = once("carrying");

    private <T> Once<T> once(String clause) {
      return new Once<>(builders.reporter, clause);
    }

    void add(RequestClauseContext clause) {
      Span span = builders.reporter.span(clause);
      if (clause instanceof RequestByContext given) {
        by.set(span, builders.names.reference(given.entityRef()));
      } else if (clause instanceof RequestOnContext given) {
        on.set(span, builders.names.reference(given.entityRef()));
      } else if (clause instanceof RequestArgsContext given) {
        args.set(span, givens.record(given.record()));
      } else if (clause instanceof RequestFactsContext given) {
        facts.set(span, givens.record(given.record()));
      } else {
        addContext(clause, span);
      }
    }

    private void addContext(RequestClauseContext clause, Span span) {
      if (clause instanceof RequestForContext given) {
        chain.set(span, builders.names.references(given.entityRefs().entityRef()));
      } else if (clause instanceof RequestSessionContext given) {
        session.set(span, builders.names.id(given.string()));
      } else if (clause instanceof RequestSourcesContext given) {
        sources.set(span, given.argSource().stream().map(RequestBuilder.this::source).toList());
      } else if (clause instanceof RequestCarryingContext given) {
        carried.set(span, given.givenEntity().stream().map(givens::entity).toList());
      } else {
        throw new Unhandled(clause);
      }
    }
  }
}
