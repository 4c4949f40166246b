package dev.writ.core.reference;

import dev.writ.core.decision.Combination;
import dev.writ.core.decision.Combination.Member;
import dev.writ.core.decision.Combination.Outcome;
import dev.writ.core.decision.EvaluationError;
import dev.writ.core.decision.Observation;
import dev.writ.core.decision.Truth;
import dev.writ.core.model.EntityId;
import dev.writ.core.model.EntityTypeDef;
import java.util.List;
import java.util.OptionalLong;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * Steps 2 to 6 of a decision (language reference, section 5) on a request that step 1 let pass.
 * Every step is gone through, whichever decides, so that every error is listed.
 */
final class Deliberation {
  private final Asked asked;
  private final Judge judge;
  private final AuthorityFacts authority;
  private final Forbids forbids;
  private final Scopes scopes;
  private final Permits permits;
  private final Limits limits;
  private final SortedSet<String> labels;
  private final List<Observation> observed;
  private final Outcome outcome;

  Deliberation(Asked asked, Judge judge, AuthorityFacts authority) {
    this.asked = asked;
    this.judge = judge;
    this.authority = authority;
    judge.trace().open("2 forbids");
    forbids = Forbids.of(asked, judge, authority);
    judge.trace().close(forbids.truth());
    judge.trace().open("3 scopes");
    scopes = Scopes.of(asked, judge, authority);
    judge.trace().close("");
    judge.trace().open("4 permits and grants");
    permits = Permits.of(asked, judge, authority);
    List<Member> members =
        IntStream.range(0, asked.members().size()).mapToObj(this::member).toList();
    judge.trace().close("");
    judge.trace().open("5 limits");
    limits = Limits.of(asked, judge, authority);
    judge.trace().close(limits.truth());
    outcome = Combination.decide(null, forbids.truth(), members, limits.truth());
    labels = LabelsEarned.of(asked, judge, authority);
    observed = Observations.of(asked, judge, authority, limits);
  }

  private Member member(int member) {
    EntityId id = asked.members().get(member);
    EntityTypeDef type = judge.world().policies().schema().entityType(id.type());
    List<CoveringGrant> grants = authority.covering(member);
    for (CoveringGrant covering : grants) {
      judge.trace().open("grant " + covering.grant().id() + " of " + id);
      judge.trace().close(Truth.TRUE);
    }
    return new Member(
        type != null && type.human(),
        delegated(member),
        scopes.ceilings(member),
        permits.on(member),
        Truth.of(!grants.isEmpty()));
  }

  private boolean delegated(int member) {
    return member + 1 < asked.members().size();
  }

  World world() {
    return judge.world();
  }

  Asked asked() {
    return asked;
  }

  AuthorityFacts authority() {
    return authority;
  }

  /** What the six steps came to. */
  Outcome outcome() {
    return outcome;
  }

  Forbids forbids() {
    return forbids;
  }

  Permits permits() {
    return permits;
  }

  Limits limits() {
    return limits;
  }

  /** The labels that a permit earns. */
  SortedSet<String> labels() {
    return labels;
  }

  List<Observation> observed() {
    return observed;
  }

  /** The scopes that keep a member out. */
  List<String> scopesDenying(int member) {
    return scopes.denying(member, delegated(member));
  }

  /** Everything that could not be evaluated. */
  SortedSet<EvaluationError> errors() {
    SortedSet<EvaluationError> errors = new TreeSet<>(judge.errors());
    errors.addAll(authority.errors());
    return errors;
  }

  /** The earliest instant after now at which something that was read changes. */
  OptionalLong nextChange() {
    return LongStream.of(
            judge.nextChange().orElse(Long.MAX_VALUE),
            authority.nextChange().orElse(Long.MAX_VALUE),
            limits.nextChange().orElse(Long.MAX_VALUE))
        .filter(instant -> instant < Long.MAX_VALUE)
        .min();
  }
}
