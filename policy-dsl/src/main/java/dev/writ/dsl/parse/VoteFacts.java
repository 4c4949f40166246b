package dev.writ.dsl.parse;

import dev.writ.dsl.ast.Count;
import dev.writ.dsl.ast.EntityRef;
import dev.writ.dsl.ast.Moment;
import dev.writ.dsl.ast.Subject;
import dev.writ.dsl.grammar.WritParser.GrantSubjectContext;
import dev.writ.dsl.grammar.WritParser.RequestSubjectContext;
import dev.writ.dsl.grammar.WritParser.SubjectContext;
import dev.writ.dsl.grammar.WritParser.VoteAtContext;
import dev.writ.dsl.grammar.WritParser.VoteByContext;
import dev.writ.dsl.grammar.WritParser.VoteFactContext;
import dev.writ.dsl.grammar.WritParser.VoteForContext;
import dev.writ.dsl.grammar.WritParser.VoteUsedContext;
import dev.writ.dsl.source.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects what a test says of one approval or confirmation: for what, by whom, when. */
final class VoteFacts {
  private final Builders builders;
  private final MomentBuilder moments;
  private final Once<Subject> subject;
  private final Once<List<EntityRef>> voters;
  private final Once<Moment> at;
  private final Once<Count> used;

  VoteFacts(Builders builders) {
    this.builders = builders;
    this.moments = new MomentBuilder(builders);
    this.subject = new Once<>(builders.reporter, "for");
    this.voters = new Once<>(builders.reporter, "by", "write all in one list");
    this.at = new Once<>(builders.reporter, "at");
    this.used = new Once<>(builders.reporter, "used");
  }

  VoteFacts addAll(List<VoteFactContext> facts) {
    facts.forEach(this::add);
    return this;
  }

  private void add(VoteFactContext fact) {
    Span span = builders.reporter.span(fact);
    if (fact instanceof VoteForContext given) {
      subject.set(span, subject(given.subject()));
    } else if (fact instanceof VoteByContext given) {
      voters.set(span, builders.names.references(given.entityRefs().entityRef()));
    } else if (fact instanceof VoteAtContext given) {
      at.set(span, moments.moment(given.moment()));
    } else if (fact instanceof VoteUsedContext given) {
      used.set(span, builders.literals.count(given.number()));
    } else {
      throw new Unhandled(fact);
    }
  }

  private Subject subject(SubjectContext context) {
    Span span = builders.reporter.span(context);
    if (context instanceof GrantSubjectContext grant) {
      return new Subject(
          builders.names.qualified(grant.qualifiedName()), builders.names.name(grant.name()), span);
    } else if (context instanceof RequestSubjectContext request) {
      return new Subject(null, builders.names.name(request.name()), span);
    }
    throw new Unhandled(context);
  }

  @Nullable Subject subject() {
    return subject.get();
  }

  List<EntityRef> voters() {
    return voters.orElse(List.of());
  }

  @Nullable Moment at() {
    return at.get();
  }

  @Nullable Count used() {
    return used.get();
  }
}
