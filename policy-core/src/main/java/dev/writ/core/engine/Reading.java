package dev.writ.core.engine;

import dev.writ.core.authority.AuthoritySnapshot;
import dev.writ.core.authority.GrantRecord;
import dev.writ.core.cache.AuthorityReads;
import dev.writ.core.cache.EntityReads;
import dev.writ.core.cache.Remembered;
import dev.writ.core.cache.VerdictCache;
import dev.writ.core.decision.Outlook;
import dev.writ.core.decision.ReasonCode;
import dev.writ.core.ir.GrantTemplate;
import dev.writ.core.model.BoundRequest;
import dev.writ.core.model.EntityAnswer;
import dev.writ.core.model.EntityId;
import dev.writ.core.model.EntityStore;
import dev.writ.core.model.Request;
import dev.writ.core.plan.Answer;
import dev.writ.core.plan.Question;
import dev.writ.core.reference.Circumstances;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a decision read, as far as its verdict may be kept.
 *
 * <p>Kept are verdicts that rest on nothing held and change nothing: no member has an active grant
 * that may be for such a request, none opened what something asks for, nothing is to be counted,
 * spent or labelled, and everything could be evaluated. What is in doubt is not kept.
 */
final class Reading {
  private static final Set<ReasonCode> KEPT =
      EnumSet.of(
          ReasonCode.PERMITTED,
          ReasonCode.FORBIDDEN,
          ReasonCode.OUT_OF_SCOPE,
          ReasonCode.NO_PERMIT,
          ReasonCode.DELEGATE_DENIED);

  private final CachedSlices slices;
  private final Request request;
  private final Question question;
  private final BoundRequest bound;
  private final AuthoritySnapshot state;
  private final Circumstances circumstances;
  private final @Nullable Gathered gathered;

  Reading(
      CachedSlices slices,
      Request request,
      Question question,
      Circumstances circumstances,
      @Nullable Gathered gathered) {
    this.slices = slices;
    this.request = request;
    this.question = question;
    this.bound = question.request();
    this.state = circumstances.authority();
    this.circumstances = circumstances;
    this.gathered = gathered;
  }

  /** The verdict with all that it read, or null where it is not kept. */
  @Nullable Remembered remembered(Answer answer, VerdictCache cache, Outlook outlook) {
    Set<EntityId> groups = groups();
    if (groups == null || !mayBeKept(answer) || restsOnGrants() || isOpened()) {
      return null;
    }
    EntityStore held = gathered == null ? circumstances.entities() : gathered.held();
    long now = circumstances.nowMillis();
    long until =
        slices.readsInstant(bound) ? outlook.validUntil().orElse(Long.MAX_VALUE) : Long.MAX_VALUE;
    return new Remembered(
        answer.verdict(),
        now,
        until,
        EntityReads.of(entities(), held),
        AuthorityReads.of(
            bound,
            state,
            question.asked(),
            groups,
            gathered == null ? List.of() : slices.approvals()),
        gathered == null ? null : gathered.reads(),
        cache.present(held, state, now).epoch());
  }

  private boolean mayBeKept(Answer answer) {
    return KEPT.contains(answer.verdict().reason())
        && answer.verdict().errors().isEmpty()
        && !answer.mayWrite()
        && request.inline().isEmpty()
        && circumstances.health() == Circumstances.Health.GOOD
        && !circumstances.isAhead();
  }

  /** Whether a member has an active grant that may be for such a request, whatever its values. */
  private boolean restsOnGrants() {
    return state.hasGrants()
        && bound.members().stream()
            .flatMap(member -> state.grantsOf(member).stream())
            .anyMatch(this::mayBeFor);
  }

  private boolean mayBeFor(GrantRecord grant) {
    GrantTemplate template = slices.template(grant.template());
    return template != null
        && grant.status() == GrantRecord.Status.ACTIVE
        && (template.binds() == null || bound.action().name().equals(grant.action()));
  }

  private boolean isOpened() {
    return state.hasApprovals()
        && question.asked().stream()
            .anyMatch(
                approval -> bound.members().stream().anyMatch(m -> state.isOpenedBy(approval, m)));
  }

  /** The members and all that they are in, or null where that is not known. */
  private @Nullable Set<EntityId> groups() {
    Set<EntityId> groups = new LinkedHashSet<>();
    for (EntityId member : bound.members()) {
      if (!(bound.entities().ancestors(member) instanceof EntityAnswer.Known<Set<EntityId>> all)) {
        return null;
      }
      groups.addAll(all.value());
    }
    return groups;
  }

  private Set<EntityId> entities() {
    EntityNeeds needs = new EntityNeeds(slices::paths, slices.policies(), request, state);
    return gathered == null ? needs.ends(bound) : needs.all(bound);
  }
}
