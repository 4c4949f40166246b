package dev.writ.core.plan;

import dev.writ.core.authority.AuthoritySnapshot;
import dev.writ.core.decision.Verdict;
import dev.writ.core.ir.PolicySet;
import dev.writ.core.ir.Slot;
import dev.writ.core.ir.ZoneTable;
import dev.writ.core.model.BoundRequest;
import dev.writ.core.model.EntityId;
import dev.writ.core.slice.Slice;
import dev.writ.core.slice.Slices;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A policy set made ready to decide.
 *
 * <p>Thread-safe; immutable but for what it keeps of the last state of authority. Nothing that is
 * in a bound request, an entity, the state or the clock makes it throw; null arguments do, and
 * requests bound to another schema.
 */
public final class Program {
  private final String hash;
  private final Map<Slot, SliceProgram> slices = new HashMap<>();
  private final AuthorityCode authority;
  private final Admission admission;

  /** What the state of authority met last says of most questions, as far as this thread knows. */
  private @Nullable Standing nothing;

  private Program(PolicySet policies, String hash, int mostByMask) {
    this.hash = hash;
    Map<String, ZoneTable> zones = new HashMap<>();
    policies.zones().forEach(zone -> zones.putIfAbsent(zone.zone(), zone));
    SessionNeeds needs = new SessionNeeds(policies);
    Map<String, Integer> places = new HashMap<>();
    for (Slice slice : Slices.of(policies).all()) {
      slices.put(
          slice.slot(),
          SliceCompiler.compile(policies, slice, slices.size(), needs, zones, places, mostByMask));
    }
    authority = new AuthorityCode(policies, zones);
    admission = new Admission(policies.schema(), hash);
  }

  /**
   * The program of a policy set.
   *
   * @param hash the hash of the set, which every verdict carries
   */
  public static Program of(PolicySet policies, String hash) {
    return of(policies, hash, MaskIndex.MOST);
  }

  /**
   * The program of a policy set.
   *
   * @param mostByMask up to how many rules a slice is searched by masks, at most 64
   */
  public static Program of(PolicySet policies, String hash, int mostByMask) {
    return new Program(policies, hash, Math.min(mostByMask, MaskIndex.MOST));
  }

  /**
   * A request made ready.
   *
   * @param request bound to the schema of this policy set
   * @throws IllegalArgumentException if it is bound to another, which declares what this does not
   */
  public Question question(BoundRequest request) {
    Known[] known = new Known[1 + request.chain().size()];
    for (int i = 0; i < known.length; i++) {
      SliceProgram program = program(slot(request, request.member(i)));
      known[i] = new Known(new View(request, i, program.index().slots), i, program);
    }
    return new Question(request, known, authority);
  }

  /** The slices that it was made of. */
  public List<Slice> slices() {
    return slices.values().stream().map(SliceProgram::slice).toList();
  }

  private static Slot slot(BoundRequest request, EntityId member) {
    return new Slot(request.action().name(), member.type(), request.resource().type());
  }

  private SliceProgram program(Slot slot) {
    SliceProgram program = slices.get(slot);
    if (program == null) {
      throw new IllegalArgumentException("the request is bound to another schema: " + slot);
    }
    return program;
  }

  /** Decides. */
  public Answer decide(Question question, Surroundings surroundings) {
    Standing standing = standing(question, surroundings);
    Verdict refusal = admission.refuse(standing, surroundings);
    if (refusal != null) {
      return new Answer(refusal, false, false);
    }
    if (standing.holding == Standing.Holding.MUCH) {
      return held(question, standing, surroundings).answer();
    }
    if (!question.faulty && standing.isKnown()) {
      try {
        return quick(question, surroundings, standing);
      } catch (FaultSignal fault) {
        // what went wrong is listed by a careful run
      }
    }
    return careful(question, surroundings, standing);
  }

  /** What the state of authority says of the question, worked out once as long as it holds. */
  private Standing standing(Question question, Surroundings surroundings) {
    AuthoritySnapshot state = surroundings.authority();
    long now = surroundings.nowMillis();
    Standing standing = question.standing;
    if (standing == null || !standing.isOf(state, now)) {
      Standing known = nothing;
      standing =
          known != null && known.isOf(state, now) && isNothingSaid(question, state)
              ? known
              : shared(question, Standing.of(question, state, now, authority, admission));
      question.standing = standing;
    }
    return standing;
  }

  /** Whether such a state says nothing of a question, for certain. */
  private static boolean isNothingSaid(Question question, AuthoritySnapshot state) {
    return !question.readsMoment
        && !question.needsSession
        && question.request.session() == null
        && !state.hasGrants()
        && !state.hasApprovals()
        && !state.hasSuspensions();
  }

  /** One for all questions of which the state says nothing. */
  private Standing shared(Question question, Standing own) {
    if (question.readsMoment || !own.saysNothing()) {
      return own;
    }
    Standing known = nothing;
    if (known == null || !known.isOfStateOf(own)) {
      known = own;
      nothing = known;
    }
    return known;
  }

  private HeldDecision held(Question question, Standing standing, Surroundings surroundings) {
    return new HeldDecision(
        authority,
        question,
        surroundings.authority(),
        standing.session,
        surroundings.nowMillis(),
        hash);
  }

  /**
   * What a permit changes in the state of authority once it is authorised; nothing for a denial.
   */
  public Writes writes(Question question, Surroundings surroundings) {
    Standing standing = standing(question, surroundings);
    if (admission.refuse(standing, surroundings) != null) {
      return Writes.NOTHING;
    }
    if (!question.faulty && standing.isKnown()) {
      try {
        // sessions earn labels, and limits count, whatever conditions read
        Moment moment = standing.sound(surroundings.nowMillis(), question, authority.asksClock());
        Run run = new Run(question, surroundings.authority(), moment, hash);
        Held held = standing.held;
        return held == null
            ? run.writes()
            : run.writes(
                new HeldAnswer(question, surroundings.authority(), moment, held, hash)::spending);
      } catch (FaultSignal fault) {
        // what went wrong is read by a careful run
      }
    }
    return held(question, standing, surroundings).writes();
  }

  /** The moment of a quick run, of which nothing goes wrong. */
  private Moment moment(Question question, Surroundings surroundings, Standing standing) {
    return question.readsMoment
        ? standing.sound(surroundings.nowMillis(), question, authority.asksClock())
        : Moment.TIMELESS;
  }

  private Answer careful(Question question, Surroundings surroundings, Standing standing) {
    if (standing.holding != Standing.Holding.NOTHING) {
      return held(question, standing, surroundings).careful();
    }
    Moment careful =
        Moment.quick(standing.session, surroundings.nowMillis(), question.consents())
            .careful(new Findings());
    return new Run(question, surroundings.authority(), careful, hash).answer();
  }

  private Answer quick(Question question, Surroundings surroundings, Standing standing) {
    Moment moment = moment(question, surroundings, standing);
    if (standing.held != null) {
      return quick(question, surroundings.authority(), standing.held, moment);
    }
    Known only = question.only;
    if (only == null) {
      return settledByAll(question, moment, surroundings.authority());
    }
    long bits = only.index.masks.bits(only, moment);
    int rule = only.index.rule(only, moment);
    Settled settled = only.index.settlements.find(bits, rule);
    if (settled != null) {
      return answer(question, settled);
    }
    Answer answer = new Run(question, surroundings.authority(), moment, hash).answer();
    if (only.index.settles(bits) && only.asksConstants(rule)) {
      only.index.settlements.keep(Settled.of(bits, rule, null, question, answer));
    }
    return answer;
  }

  private Answer quick(Question question, AuthoritySnapshot state, Held held, Moment moment) {
    Known only = question.only;
    if (only != null && only.index.shapes == null) {
      Settled settled = held.find(only.index.held, only.index.masks.bits(only, moment));
      if (settled != null) {
        return answer(question, settled);
      }
    }
    return new HeldAnswer(question, state, moment, held, hash).answer();
  }

  private Answer settledByAll(Question question, Moment moment, AuthoritySnapshot authority) {
    Truths truths = new Truths();
    for (Known known : question.known) {
      truths.add(known, moment);
    }
    long[] all = truths.key();
    Settlements settlements = question.known[0].index.settlements;
    Settled settled = settlements.find(all);
    if (settled != null) {
      return answer(question, settled);
    }
    Answer answer = new Run(question, authority, moment, hash).answer();
    if (truths.settle(question.known)) {
      settlements.keep(Settled.of(0, SliceIndex.NONE, all, question, answer));
    }
    return answer;
  }

  /** The answer, naming the member of this question where it names one. */
  static Answer answer(Question question, Settled settled) {
    if (settled.placed < 0) {
      return settled.answer;
    }
    OwnFacts member = question.known[settled.placed].principal;
    OwnFacts.Placed last = member.placed;
    if (last == null || (last.settled() != settled && !settled.isLike(last.settled()))) {
      String place = question.request.member(settled.placed).toString();
      last = new OwnFacts.Placed(settled, settled.answer.at(place));
      member.placed = last;
    }
    return last.answer();
  }

  /**
   * Whether nothing that the answer rests on changes by time alone: for certain, where true. Then a
   * denial stays one however long is waited.
   */
  public boolean isTimeless(Question question, AuthoritySnapshot state) {
    if (question.request.session() != null || state.hasGrants() || state.hasApprovals()) {
      return false;
    }
    for (Known known : question.known) {
      if (!known.index.isTimeless()) {
        return false;
      }
    }
    return true;
  }

  /** Whether there is anything that could be asked for: approvals, confirmations or grants. */
  public boolean offersRemedies() {
    return !authority.isEmpty();
  }

  /** What each slice is made of, a line each, in the order of the slots. */
  public List<String> describe() {
    return slices.values().stream()
        .sorted(Comparator.comparing(program -> program.slice().slot()))
        .map(program -> program.slice().slot() + ": " + PlanText.of(program))
        .toList();
  }
}
