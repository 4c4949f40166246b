package dev.writ.dsl.parse;

import dev.writ.dsl.ast.EntityKey;
import dev.writ.dsl.ast.EntityRef;
import dev.writ.dsl.ast.Expression;
import dev.writ.dsl.ast.GivenCounted;
import dev.writ.dsl.ast.GivenEntity;
import dev.writ.dsl.ast.GivenHealth;
import dev.writ.dsl.ast.GivenSession;
import dev.writ.dsl.ast.GivenSuspended;
import dev.writ.dsl.ast.LimitKey;
import dev.writ.dsl.ast.Moment;
import dev.writ.dsl.ast.Place;
import dev.writ.dsl.ast.PlaceEntities;
import dev.writ.dsl.ast.QualifiedName;
import dev.writ.dsl.ast.QuotedText;
import dev.writ.dsl.ast.RecordLiteral;
import dev.writ.dsl.ast.SessionKey;
import dev.writ.dsl.ast.TestStatement;
import dev.writ.dsl.grammar.WritLexer;
import dev.writ.dsl.grammar.WritParser.CountAtContext;
import dev.writ.dsl.grammar.WritParser.CountFactContext;
import dev.writ.dsl.grammar.WritParser.CountForEntityContext;
import dev.writ.dsl.grammar.WritParser.CountForSessionContext;
import dev.writ.dsl.grammar.WritParser.CountedGivenContext;
import dev.writ.dsl.grammar.WritParser.DecidedGivenContext;
import dev.writ.dsl.grammar.WritParser.EntitiesGivenContext;
import dev.writ.dsl.grammar.WritParser.EntityAttributesContext;
import dev.writ.dsl.grammar.WritParser.EntityFactContext;
import dev.writ.dsl.grammar.WritParser.EntityParentsContext;
import dev.writ.dsl.grammar.WritParser.GivenContext;
import dev.writ.dsl.grammar.WritParser.GivenEntityContext;
import dev.writ.dsl.grammar.WritParser.GrantGivenContext;
import dev.writ.dsl.grammar.WritParser.HealthGivenContext;
import dev.writ.dsl.grammar.WritParser.OpenGivenContext;
import dev.writ.dsl.grammar.WritParser.RecordContext;
import dev.writ.dsl.grammar.WritParser.ReviewGivenContext;
import dev.writ.dsl.grammar.WritParser.SessionFactContext;
import dev.writ.dsl.grammar.WritParser.SessionGivenContext;
import dev.writ.dsl.grammar.WritParser.SessionHasContext;
import dev.writ.dsl.grammar.WritParser.SessionLabelledContext;
import dev.writ.dsl.grammar.WritParser.SessionOfContext;
import dev.writ.dsl.grammar.WritParser.SessionWithinContext;
import dev.writ.dsl.grammar.WritParser.SuspendedGivenContext;
import dev.writ.dsl.grammar.WritParser.VotesGivenContext;
import dev.writ.dsl.source.DiagnosticCode;
import dev.writ.dsl.source.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Builds the `given` statements of tests: entities, sessions, suspensions and counts. */
final class GivenBuilder {
  private final Builders builders;
  private final ValueBuilder values;
  private final GivenVotesBuilder votes;

  GivenBuilder(Builders builders) {
    this.builders = builders;
    this.values = new ValueBuilder(builders.reporter, builders.expressions);
    this.votes = new GivenVotesBuilder(builders);
  }

  List<TestStatement> statements(GivenContext context) {
    if (context instanceof EntitiesGivenContext entities) {
      return List.copyOf(entities.givenEntity().stream().map(this::entity).toList());
    } else if (context instanceof SuspendedGivenContext suspended) {
      List<EntityRef> who = builders.names.references(suspended.entityRefs().entityRef());
      return List.of(new GivenSuspended(who, builders.reporter.span(context)));
    } else if (context instanceof HealthGivenContext health) {
      boolean stale = health.kind.getType() == WritLexer.STALE;
      return List.of(new GivenHealth(stale, builders.reporter.span(context)));
    }
    TestStatement statement = statement(context);
    return statement == null ? List.of() : List.of(statement);
  }

  private @Nullable TestStatement statement(GivenContext context) {
    if (context instanceof SessionGivenContext session) {
      return session(session);
    } else if (context instanceof CountedGivenContext counted) {
      return counted(counted);
    } else if (context instanceof GrantGivenContext grant) {
      return votes.grant(grant);
    } else if (context instanceof DecidedGivenContext decided) {
      return votes.decided(decided);
    } else if (context instanceof OpenGivenContext open) {
      return votes.open(open);
    } else if (context instanceof VotesGivenContext given) {
      return votes.votes(given);
    } else if (context instanceof ReviewGivenContext review) {
      return votes.review(review);
    }
    throw new Unhandled(context);
  }

  RecordLiteral record(RecordContext context) {
    return values.record(context);
  }

  GivenEntity entity(GivenEntityContext context) {
    Once<List<EntityRef>> parents = once("in", "write all parents in one list: `in [a, b]`");
    Once<RecordLiteral> attributes = once("{ }", "write all attributes in one block");
    for (EntityFactContext fact : context.clauses) {
      Span span = builders.reporter.span(fact);
      if (fact instanceof EntityParentsContext in) {
        parents.set(span, parents(builders.heads.place(in.place())));
      } else if (fact instanceof EntityAttributesContext given) {
        attributes.set(span, values.record(given.record()));
      } else {
        throw new Unhandled(fact);
      }
    }
    return new GivenEntity(
        builders.names.reference(context.entityRef()),
        parents.orElse(List.of()),
        attributes.get(),
        builders.reporter.span(context));
  }

  private List<EntityRef> parents(Place place) {
    if (place instanceof PlaceEntities entities) {
      return entities.entities();
    }
    builders.reporter.error(
        DiagnosticCode.MALFORMED_REFERENCE,
        place.span(),
        "the parents of an entity are entities, not a path",
        "write a reference such as `Team::\"sre\"`");
    return List.of();
  }

  private @Nullable GivenSession session(SessionGivenContext context) {
    Once<EntityRef> origin = once("of", "a session has one origin");
    Once<QuotedText> parent = once("within", "a session has one parent");
    Once<RecordLiteral> fields = once("{ }", "write all fields in one block");
    Once<List<QualifiedName>> labels = once("labelled", "write all labels in one list");
    for (SessionFactContext fact : context.clauses) {
      Span span = builders.reporter.span(fact);
      if (fact instanceof SessionOfContext of) {
        origin.set(span, builders.names.reference(of.entityRef()));
      } else if (fact instanceof SessionWithinContext within) {
        parent.set(span, builders.names.id(within.string()));
      } else if (fact instanceof SessionHasContext has) {
        fields.set(span, values.record(has.record()));
      } else if (fact instanceof SessionLabelledContext labelled) {
        labels.set(span, builders.names.qualified(labelled.qualifiedName()));
      } else {
        throw new Unhandled(fact);
      }
    }
    EntityRef who = origin.get();
    if (who == null) {
      builders.missing(context, "it is not said whose session this is", "add `of User::\"...\"`");
      return null;
    }
    return new GivenSession(
        builders.names.id(context.string()),
        who,
        parent.get(),
        fields.get(),
        labels.orElse(List.of()),
        builders.reporter.span(context));
  }

  private @Nullable GivenCounted counted(CountedGivenContext context) {
    Once<LimitKey> key = once("for", "write one `given` for each key");
    Once<Moment> at = once("at", "write one `given` for each moment");
    MomentBuilder moments = new MomentBuilder(builders);
    for (CountFactContext fact : context.clauses) {
      Span span = builders.reporter.span(fact);
      if (fact instanceof CountForSessionContext session) {
        key.set(span, new SessionKey(builders.names.id(session.string()), span));
      } else if (fact instanceof CountForEntityContext entity) {
        key.set(span, new EntityKey(builders.names.reference(entity.entityRef()), span));
      } else if (fact instanceof CountAtContext when) {
        at.set(span, moments.moment(when.moment()));
      } else {
        throw new Unhandled(fact);
      }
    }
    LimitKey whose = key.get();
    if (whose == null) {
      builders.missing(
          context,
          "it is not said for whom this was counted",
          "add `for session \"...\"` or `for User::\"...\"`");
      return null;
    }
    Expression amount = builders.literals.number(context.number());
    return new GivenCounted(
        builders.names.text(context.string()),
        amount,
        whose,
        at.get(),
        builders.reporter.span(context));
  }

  private <T> Once<T> once(String clause, String help) {
    return new Once<>(builders.reporter, clause, help);
  }
}
