package dev.writ.dsl.check;

import dev.writ.core.model.Entity;
import dev.writ.core.model.EntityId;
import dev.writ.core.model.RecordValue;
import dev.writ.core.model.Request;
import dev.writ.core.model.Value;
import dev.writ.dsl.source.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A statement of a test. Statements take effect in the order written; instants are epoch
 * milliseconds, those written from the clock already counted from the clock at the statement.
 */
public sealed interface CheckedStatement {

  /** Returns where it stands. */
  Span span();

  /** Calls the visitor's method for this kind of statement. */
  <R> R accept(Visitor<R> visitor);

  /** An entity that the store knows from here on, in place of an earlier one with its id. */
  record GivenEntity(Entity entity, Span span) implements CheckedStatement {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitEntity(this);
    }
  }

  /**
   * An active grant. What its template binds is taken from the request; what it needs stands unless
   * stated votes say otherwise.
   *
   * @param template the id of the template
   * @param request the name of the request it was made for, or null for a template that permits
   *     nothing by itself
   * @param fromMillis its start
   * @param untilMillis its end
   * @param holder who holds it
   * @param requester who asked for it
   * @param used how many uses are spent
   * @param needs whose votes stand behind what it needs; where an approval is not listed, just
   *     enough voters do
   * @param span where it stands
   */
  record GivenGrant(
      String template,
      @Nullable String request,
      long fromMillis,
      long untilMillis,
      EntityId holder,
      EntityId requester,
      int used,
      List<NeedVotes> needs,
      Span span)
      implements CheckedStatement {

    /** Copies the list. */
    public GivenGrant {
      needs = List.copyOf(needs);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitGrant(this);
    }
  }

  /**
   * Who voted for an approval that a grant needs.
   *
   * @param approval the id of the approval
   * @param voters who voted
   */
  record NeedVotes(String approval, List<EntityId> voters) {

    /** Copies the list. */
    public NeedVotes {
      voters = List.copyOf(voters);
    }
  }

  /**
   * A complete approval or confirmation of a request.
   *
   * @param approval its id
   * @param request the name of the request
   * @param voters who voted; empty for just enough voters, or for the origin of a confirmation
   * @param atMillis when it was complete
   * @param used how many uses are spent
   * @param span where it stands
   */
  record GivenDecided(
      String approval, String request, List<EntityId> voters, long atMillis, int used, Span span)
      implements CheckedStatement {

    /** Copies the list. */
    public GivenDecided {
      voters = List.copyOf(voters);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitDecided(this);
    }
  }

  /**
   * What an approval is asked for.
   *
   * @param grant the id of the template, or null for the request itself
   * @param request the name of the request
   */
  record Subject(@Nullable String grant, String request) {}

  /**
   * An approval or confirmation that is open and has no votes.
   *
   * @param approval its id
   * @param subject what it is for
   * @param requester who opened it, or null for the principal
   * @param atMillis when
   * @param span where it stands
   */
  record GivenOpen(
      String approval, Subject subject, @Nullable EntityId requester, long atMillis, Span span)
      implements CheckedStatement {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitOpen(this);
    }
  }

  /** What a voter did. */
  enum VoteKind {
    VOTE,
    REFUSAL,
    WITHDRAWAL
  }

  /**
   * Votes, refusals or withdrawals; what they are about is opened first where it is not open.
   *
   * @param kind what the voters did
   * @param approval the id of the approval or confirmation
   * @param subject what it is for
   * @param voters who, at least one
   * @param atMillis when
   * @param span where it stands
   */
  record GivenVotes(
      VoteKind kind,
      String approval,
      Subject subject,
      List<EntityId> voters,
      long atMillis,
      Span span)
      implements CheckedStatement {

    /** Copies the list. */
    public GivenVotes {
      voters = List.copyOf(voters);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitVotes(this);
    }
  }

  /**
   * Votes in the review of the emergency grant that was last stated of a template.
   *
   * @param template the id of the template
   * @param request the name of the request it was made for, or null for a template that permits
   *     nothing by itself
   * @param voters who reviewed it, at least one
   * @param atMillis when
   * @param span where it stands
   */
  record GivenReview(
      String template, @Nullable String request, List<EntityId> voters, long atMillis, Span span)
      implements CheckedStatement {

    /** Copies the list. */
    public GivenReview {
      voters = List.copyOf(voters);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitReview(this);
    }
  }

  /**
   * What decisions read cannot be relied on from here on.
   *
   * @param stale whether it is stale rather than unavailable
   * @param span where it stands
   */
  record GivenHealth(boolean stale, Span span) implements CheckedStatement {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitHealth(this);
    }
  }

  /** Entities that are suspended from here on. */
  record GivenSuspended(List<EntityId> entities, Span span) implements CheckedStatement {

    /** Copies the list. */
    public GivenSuspended {
      entities = List.copyOf(entities);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitSuspended(this);
    }
  }

  /**
   * A session.
   *
   * @param id its id
   * @param origin whose it is
   * @param parent the id of the session it stands in, or null
   * @param fields its fields
   * @param labels the ids of its labels
   * @param span where it stands
   */
  record GivenSession(
      String id,
      EntityId origin,
      @Nullable String parent,
      RecordValue fields,
      List<String> labels,
      Span span)
      implements CheckedStatement {

    /** Copies the list. */
    public GivenSession {
      labels = List.copyOf(labels);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitSession(this);
    }
  }

  /**
   * What a limit has counted.
   *
   * @param limit its id
   * @param amount how much, in the units of the limit
   * @param session the id of the session it is counted for, or null
   * @param entity the entity it is counted for, or null
   * @param atMillis when it was counted
   * @param span where it stands
   */
  record GivenCounted(
      String limit,
      long amount,
      @Nullable String session,
      @Nullable EntityId entity,
      long atMillis,
      Span span)
      implements CheckedStatement {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitCounted(this);
    }
  }

  /** A name for a request. */
  record LetRequest(String name, Request request, Span span) implements CheckedStatement {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitRequest(this);
    }
  }

  /** The clock moves to an instant, never back. */
  record Clock(long nowMillis, Span span) implements CheckedStatement {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitClock(this);
    }
  }

  /**
   * What is expected of a request. What is not stated is not compared.
   *
   * @param authorize whether the request is authorised, which spends, rather than decided
   * @param request its name
   * @param permit whether a permit is expected
   * @param reason the code of the reason, or null
   * @param rules ids that must be among the determining ones
   * @param obligations obligations that must be there
   * @param remedies remedies that must be there
   * @param noRemedy whether there must be none
   * @param span where it stands
   */
  record Expect(
      boolean authorize,
      String request,
      boolean permit,
      @Nullable String reason,
      List<String> rules,
      List<ExpectedObligation> obligations,
      List<List<RemedyStep>> remedies,
      boolean noRemedy,
      Span span)
      implements CheckedStatement {

    /** Copies the lists. */
    public Expect {
      rules = List.copyOf(rules);
      obligations = List.copyOf(obligations);
      remedies = remedies.stream().map(List::copyOf).toList();
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitExpect(this);
    }
  }

  /**
   * An obligation with its arguments.
   *
   * @param kind the qualified kind
   * @param arguments one for each parameter
   */
  record ExpectedObligation(String kind, List<Value> arguments) {

    /** Copies the list. */
    public ExpectedObligation {
      arguments = List.copyOf(arguments);
    }
  }

  /** What a step of a remedy brings about. */
  enum RemedyKind {
    GRANT,
    APPROVAL,
    CONFIRMATION
  }

  /**
   * A step of a remedy.
   *
   * @param kind what it brings about
   * @param id its id
   */
  record RemedyStep(RemedyKind kind, String id) {}

  /** One method for each kind of statement. */
  interface Visitor<R> {
    R visitEntity(GivenEntity statement);

    R visitGrant(GivenGrant statement);

    R visitDecided(GivenDecided statement);

    R visitOpen(GivenOpen statement);

    R visitVotes(GivenVotes statement);

    R visitReview(GivenReview statement);

    R visitHealth(GivenHealth statement);

    R visitSuspended(GivenSuspended statement);

    R visitSession(GivenSession statement);

    R visitCounted(GivenCounted statement);

    R visitRequest(LetRequest statement);

    R visitClock(Clock statement);

    R visitExpect(Expect statement);
  }
}
