package dev.writ.dsl.parse;

import dev.writ.dsl.ast.ApprovalTerms;
import dev.writ.dsl.ast.Count;
import dev.writ.dsl.ast.DottedPath;
import dev.writ.dsl.ast.DurationLiteral;
import dev.writ.dsl.ast.ExcludeGroup;
import dev.writ.dsl.ast.ExcludePeople;
import dev.writ.dsl.ast.Exclusion;
import dev.writ.dsl.ast.Expression;
import dev.writ.dsl.ast.Quorum;
import dev.writ.dsl.grammar.WritParser.ApprovalClauseContext;
import dev.writ.dsl.grammar.WritParser.ApprovalUsesContext;
import dev.writ.dsl.grammar.WritParser.DecideWithinContext;
import dev.writ.dsl.grammar.WritParser.ExcludingContext;
import dev.writ.dsl.grammar.WritParser.ExclusionContext;
import dev.writ.dsl.grammar.WritParser.GroupExclusionContext;
import dev.writ.dsl.grammar.WritParser.IgnoresContext;
import dev.writ.dsl.grammar.WritParser.JoinedQuorumContext;
import dev.writ.dsl.grammar.WritParser.OpenAtMostContext;
import dev.writ.dsl.grammar.WritParser.PeopleExclusionContext;
import dev.writ.dsl.grammar.WritParser.SingleQuorumContext;
import dev.writ.dsl.grammar.WritParser.ValidForContext;
import dev.writ.dsl.grammar.WritParser.VotesWithReasonContext;
import dev.writ.dsl.source.Span;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects the clauses of one approval, confirmation or review, in whatever order they stand. */
final class ApprovalClauses {
  /** What the clauses belong to. */
  enum Kind {
    APPROVAL("an approval", true, true),
    CONFIRMATION("a confirmation", false, true),
    REVIEW("a review", true, false);

    private final String noun;
    private final boolean votes;
    private final boolean terms;

    Kind(String noun, boolean votes, boolean terms) {
      this.noun = noun;
      this.votes = votes;
      this.terms = terms;
    }
  }

  private final Builders builders;
  private final Kind kind;
  private final QuorumBuilder quorums;
  private final List<Exclusion> exclusions = new ArrayList<>();
  private final Once<Quorum> quorum;
  private final Once<DurationLiteral> decideWithin;
  private final Once<DurationLiteral> validFor;
  private final Once<Count> usesAtMost;
  private final Once<List<DottedPath>> ignores;
  private final Once<Boolean> votesWithReason;
  private final Once<Count> openAtMost;

  ApprovalClauses(Builders builders, Kind kind) {
    this.builders = builders;
    this.kind = kind;
    this.quorums = new QuorumBuilder(builders);
    Reporter reporter = builders.reporter;
    this.quorum =
        new Once<>(reporter, "of", "put the clauses into one `all of { }` or `any of { }`");
    this.decideWithin = new Once<>(reporter, "decide within");
    this.validFor = new Once<>(reporter, "valid for");
    this.usesAtMost = new Once<>(reporter, "uses at most");
    this.ignores = new Once<>(reporter, "ignores", "write all fields in one list");
    this.votesWithReason = new Once<>(reporter, "votes with reason");
    this.openAtMost = new Once<>(reporter, "at most");
  }

  void add(ApprovalClauseContext clause) {
    Span span = builders.reporter.span(clause);
    if (clause instanceof JoinedQuorumContext joined) {
      addQuorum(clause, span, quorums.joined(joined));
    } else if (clause instanceof SingleQuorumContext single) {
      addQuorum(clause, span, quorums.single(single.quorumClause()));
    } else if (clause instanceof ExcludingContext excluding) {
      addExclusions(excluding);
    } else {
      addTerm(clause, span);
    }
  }

  private void addQuorum(ApprovalClauseContext clause, Span span, @Nullable Quorum given) {
    if (!kind.votes) {
      builders.misplaced(
          clause, kind.noun + " has no voters", "leave it out: only the origin confirms");
    }
    if (given != null) {
      quorum.set(span, given);
    }
  }

  private void addExclusions(ExcludingContext clause) {
    if (!kind.votes) {
      builders.misplaced(
          clause, kind.noun + " excludes nobody", "leave it out: only the origin confirms");
    }
    Expression onlyIf =
        clause.expression() == null ? null : builders.expressions.expression(clause.expression());
    clause.exclusion().forEach(item -> exclusions.add(exclusion(item, onlyIf)));
  }

  private Exclusion exclusion(ExclusionContext item, @Nullable Expression onlyIf) {
    Span span = builders.reporter.span(item);
    if (item instanceof GroupExclusionContext group) {
      return new ExcludeGroup(builders.heads.place(group.place()), onlyIf, span);
    } else if (item instanceof PeopleExclusionContext people) {
      return new ExcludePeople(builders.expressions.operand(people.operand()), onlyIf, span);
    }
    throw new Unhandled(item);
  }

  private void addTerm(ApprovalClauseContext clause, Span span) {
    if (!kind.terms) {
      builders.misplaced(
          clause,
          kind.noun + " has voters and exclusions only",
          "leave it out: the time of a review stands before its braces");
    }
    if (clause instanceof DecideWithinContext given) {
      decideWithin.set(span, builders.times.duration(given.duration()));
    } else if (clause instanceof ValidForContext given) {
      validFor.set(span, builders.times.duration(given.duration()));
    } else if (clause instanceof ApprovalUsesContext given) {
      usesAtMost.set(span, builders.literals.count(given.number()));
    } else if (clause instanceof IgnoresContext given) {
      ignores.set(span, builders.names.paths(given.dotted()));
    } else if (clause instanceof VotesWithReasonContext) {
      votesWithReason.set(span, true);
    } else if (clause instanceof OpenAtMostContext given) {
      openAtMost.set(span, builders.literals.count(given.number()));
    } else {
      throw new Unhandled(clause);
    }
  }

  @Nullable Quorum quorum() {
    return quorum.get();
  }

  List<Exclusion> exclusions() {
    return exclusions;
  }

  ApprovalTerms terms(Span span) {
    return new ApprovalTerms(
        decideWithin.get(),
        validFor.get(),
        usesAtMost.get(),
        ignores.orElse(List.of()),
        votesWithReason.isSet(),
        openAtMost.get(),
        span);
  }
}
