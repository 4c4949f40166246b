package dev.writ.dsl.parse;

import dev.writ.dsl.ast.Count;
import dev.writ.dsl.ast.DecidedKind;
import dev.writ.dsl.ast.EntityRef;
import dev.writ.dsl.ast.GivenDecided;
import dev.writ.dsl.ast.GivenGrant;
import dev.writ.dsl.ast.GivenOpen;
import dev.writ.dsl.ast.GivenReview;
import dev.writ.dsl.ast.GivenVotes;
import dev.writ.dsl.ast.GrantVotes;
import dev.writ.dsl.ast.Identifier;
import dev.writ.dsl.ast.Moment;
import dev.writ.dsl.ast.Subject;
import dev.writ.dsl.ast.VoteKind;
import dev.writ.dsl.grammar.WritLexer;
import dev.writ.dsl.grammar.WritParser.DecidedGivenContext;
import dev.writ.dsl.grammar.WritParser.GrantFactContext;
import dev.writ.dsl.grammar.WritParser.GrantForContext;
import dev.writ.dsl.grammar.WritParser.GrantFromContext;
import dev.writ.dsl.grammar.WritParser.GrantGivenContext;
import dev.writ.dsl.grammar.WritParser.GrantHeldByContext;
import dev.writ.dsl.grammar.WritParser.GrantNeedsContext;
import dev.writ.dsl.grammar.WritParser.GrantRequestedByContext;
import dev.writ.dsl.grammar.WritParser.GrantUntilContext;
import dev.writ.dsl.grammar.WritParser.GrantUsedContext;
import dev.writ.dsl.grammar.WritParser.GrantVotesContext;
import dev.writ.dsl.grammar.WritParser.OpenGivenContext;
import dev.writ.dsl.grammar.WritParser.ReviewGivenContext;
import dev.writ.dsl.grammar.WritParser.VotesGivenContext;
import dev.writ.dsl.source.Span;
import java.util.List;
import org.antlr.v4.runtime.ParserRuleContext;
import org.jspecify.annotations.Nullable;

/** Builds the `given` statements about grants, approvals, confirmations and votes. */
final class GivenVotesBuilder {
  private final Builders builders;
  private final MomentBuilder moments;

  GivenVotesBuilder(Builders builders) {
    this.builders = builders;
    this.moments = new MomentBuilder(builders);
  }

  @Nullable GivenGrant grant(GrantGivenContext context) {
    GrantFacts facts = new GrantFacts();
    context.clauses.forEach(facts::add);
    Moment until = facts.until.get();
    if (until == null) {
      builders.missing(
          context, "it is not said when this grant ends", "add `until`, such as `until +30m`");
      return null;
    }
    return new GivenGrant(
        builders.names.qualified(context.qualifiedName()),
        facts.request.get(),
        facts.from.get(),
        until,
        facts.holder.get(),
        facts.requester.get(),
        facts.used.get(),
        facts.needs.orElse(List.of()),
        builders.reporter.span(context));
  }

  @Nullable GivenDecided decided(DecidedGivenContext context) {
    VoteFacts facts = new VoteFacts(builders).addAll(context.clauses);
    Subject subject = subject(facts, context);
    if (subject == null) {
      return null;
    }
    if (subject.grant() != null) {
      builders.misplaced(
          context,
          "the approvals of a grant are stated with the grant",
          "write `given grant ... needs NAME by ...`");
    }
    return new GivenDecided(
        context.kind.getType() == WritLexer.APPROVED ? DecidedKind.APPROVED : DecidedKind.CONFIRMED,
        builders.names.qualified(context.qualifiedName()),
        subject.request(),
        facts.voters(),
        facts.at(),
        facts.used(),
        builders.reporter.span(context));
  }

  @Nullable GivenOpen open(OpenGivenContext context) {
    VoteFacts facts = new VoteFacts(builders).addAll(context.clauses);
    refuseUsed(facts, context);
    Subject subject = subject(facts, context);
    List<EntityRef> by = facts.voters();
    if (by.size() > 1) {
      builders.misplaced(context, "one member of the request opens it", "name one after `by`");
    }
    return subject == null
        ? null
        : new GivenOpen(
            builders.names.qualified(context.qualifiedName()),
            subject,
            by.isEmpty() ? null : by.get(0),
            facts.at(),
            builders.reporter.span(context));
  }

  @Nullable GivenVotes votes(VotesGivenContext context) {
    VoteFacts facts = new VoteFacts(builders).addAll(context.clauses);
    refuseUsed(facts, context);
    Subject subject = subject(facts, context);
    if (subject == null) {
      return null;
    }
    if (facts.voters().isEmpty()) {
      builders.missing(context, "it is not said who votes", "add `by User::\"...\"`");
      return null;
    }
    VoteKind kind =
        switch (context.kind.getType()) {
          case WritLexer.VOTE -> VoteKind.VOTE;
          case WritLexer.REFUSAL -> VoteKind.REFUSAL;
          default -> VoteKind.WITHDRAWAL;
        };
    return new GivenVotes(
        kind,
        builders.names.qualified(context.qualifiedName()),
        subject,
        facts.voters(),
        facts.at(),
        builders.reporter.span(context));
  }

  @Nullable GivenReview review(ReviewGivenContext context) {
    VoteFacts facts = new VoteFacts(builders).addAll(context.clauses);
    refuseUsed(facts, context);
    Subject subject = facts.subject();
    if (subject != null && subject.grant() != null) {
      builders.misplaced(
          context, "the grant stands before `for`", "write `given review NAME for REQUEST by ...`");
      return null;
    }
    if (facts.voters().isEmpty()) {
      builders.missing(context, "it is not said who reviews", "add `by User::\"...\"`");
      return null;
    }
    return new GivenReview(
        builders.names.qualified(context.qualifiedName()),
        subject == null ? null : subject.request(),
        facts.voters(),
        facts.at(),
        builders.reporter.span(context));
  }

  private @Nullable Subject subject(VoteFacts facts, ParserRuleContext context) {
    Subject subject = facts.subject();
    if (subject == null) {
      builders.missing(
          context, "it is not said for which request this is", "add `for` and the request's name");
    }
    return subject;
  }

  private void refuseUsed(VoteFacts facts, ParserRuleContext context) {
    if (facts.used() != null) {
      builders.misplaced(context, "nothing is used before it is complete", "delete `used`");
    }
  }

  private GrantVotes grantVotes(GrantVotesContext context) {
    return new GrantVotes(
        builders.names.qualified(context.qualifiedName()),
        builders.names.references(context.entityRefs().entityRef()),
        builders.reporter.span(context));
  }

  /** What is said of one grant. */
  private final class GrantFacts {
    private final Once<Identifier> request = new Once<>(builders.reporter, "for");
    private final Once<Moment> from = new Once<>(builders.reporter, "from");
    private final Once<Moment> until = new Once<>(builders.reporter, "until");
    private final Once<EntityRef> holder = new Once<>(builders.reporter, "held by");
    private final Once<EntityRef> requester = new Once<>(builders.reporter, "requested by");
    private final Once<Count> used = new Once<>(builders.reporter, "used");
    private final Once<List<GrantVotes>> needs =
        new Once<>(builders.reporter, "needs", "join the needs with `and`");

    void add(GrantFactContext fact) {
      Span span = builders.reporter.span(fact);
      if (fact instanceof GrantForContext given) {
        request.set(span, builders.names.name(given.name()));
      } else if (fact instanceof GrantFromContext given) {
        from.set(span, moments.moment(given.moment()));
      } else if (fact instanceof GrantUntilContext given) {
        until.set(span, moments.moment(given.moment()));
      } else if (fact instanceof GrantHeldByContext given) {
        holder.set(span, builders.names.reference(given.entityRef()));
      } else if (fact instanceof GrantRequestedByContext given) {
        requester.set(span, builders.names.reference(given.entityRef()));
      } else if (fact instanceof GrantUsedContext given) {
        used.set(span, builders.literals.count(given.number()));
      } else if (fact instanceof GrantNeedsContext given) {
        needs.set(
            span, given.grantVotes().stream().map(GivenVotesBuilder.this::grantVotes).toList());
      } else {
        throw new Unhandled(fact);
      }
    }
  }
}
