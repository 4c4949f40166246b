package dev.writ.dsl.parse;

import dev.writ.dsl.ast.AnyOfType;
import dev.writ.dsl.ast.Count;
import dev.writ.dsl.ast.Expression;
import dev.writ.dsl.ast.InPlace;
import dev.writ.dsl.ast.NotInPlace;
import dev.writ.dsl.ast.Quorum;
import dev.writ.dsl.ast.QuorumClause;
import dev.writ.dsl.ast.QuorumKind;
import dev.writ.dsl.ast.TypePattern;
import dev.writ.dsl.ast.Votes;
import dev.writ.dsl.ast.VotesForEach;
import dev.writ.dsl.grammar.WritLexer;
import dev.writ.dsl.grammar.WritParser.JoinedQuorumContext;
import dev.writ.dsl.grammar.WritParser.QuorumClauseContext;
import dev.writ.dsl.grammar.WritParser.VetoAtContext;
import dev.writ.dsl.grammar.WritParser.VotesClauseContext;
import dev.writ.dsl.grammar.WritParser.VotesWhenContext;
import dev.writ.dsl.source.DiagnosticCode;
import dev.writ.dsl.source.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Builds the votes that an approval or a review takes. */
final class QuorumBuilder {
  private final Builders builders;

  QuorumBuilder(Builders builders) {
    this.builders = builders;
  }

  Quorum single(QuorumClauseContext context) {
    Span span = builders.reporter.span(context);
    return new Quorum(QuorumKind.SINGLE, List.of(clause(context, QuorumKind.SINGLE)), span);
  }

  /** Returns the clauses joined by `all of` or `any of`, or null after reporting that none is. */
  @Nullable Quorum joined(JoinedQuorumContext context) {
    QuorumKind kind = context.kind.getType() == WritLexer.ALL ? QuorumKind.ALL : QuorumKind.ANY;
    List<QuorumClause> clauses = context.clauses.stream().map(c -> clause(c, kind)).toList();
    if (clauses.isEmpty()) {
      builders.missing(context, "nobody votes here", "add clauses such as `1 of User;`");
      return null;
    }
    return new Quorum(kind, clauses, builders.reporter.span(context));
  }

  private QuorumClause clause(QuorumClauseContext context, QuorumKind kind) {
    Votes votes = votes(context);
    if (context.FOR() == null) {
      return votes;
    }
    if (kind != QuorumKind.ALL) {
      builders.misplaced(
          context, "`for each` stands inside `all of` only", "write `all of { for each ... }`");
    }
    return new VotesForEach(
        builders.names.name(context.name()),
        builders.names.path(context.dotted()),
        votes,
        builders.reporter.span(context));
  }

  private Votes votes(QuorumClauseContext context) {
    Once<Expression> when = new Once<>(builders.reporter, "when", "join the conditions with `and`");
    Once<Count> veto = new Once<>(builders.reporter, "veto at");
    for (VotesClauseContext clause : context.clauses) {
      Span span = builders.reporter.span(clause);
      if (clause instanceof VotesWhenContext given) {
        when.set(span, builders.expressions.condition(given.condition()));
      } else if (clause instanceof VetoAtContext given) {
        veto.set(span, builders.literals.count(given.number()));
      } else {
        throw new Unhandled(clause);
      }
    }
    List<TypePattern> voters = builders.heads.voters(context.typePatterns());
    checkPlaces(voters);
    return new Votes(
        builders.literals.count(context.number()),
        voters,
        when.get(),
        veto.get(),
        builders.reporter.span(context.number()).to(builders.reporter.span(context)));
  }

  /** Reports `1 of User, Admin in Team::"a"`, which could mean two things. */
  private void checkPlaces(List<TypePattern> voters) {
    TypePattern last = voters.get(voters.size() - 1);
    boolean placed = last instanceof InPlace || last instanceof NotInPlace;
    if (placed && voters.stream().anyMatch(AnyOfType.class::isInstance)) {
      builders.reporter.error(
          DiagnosticCode.AMBIGUOUS_PLACE,
          last.span(),
          "it is unclear whether this place goes for all the types before it",
          "write it after each type, or put the types into clauses of their own");
    }
  }
}
