package dev.writ.core.plan;

import dev.writ.core.authority.AuthorityEffects;
import dev.writ.core.authority.AuthoritySnapshot;
import dev.writ.core.authority.Counter;
import dev.writ.core.authority.SessionRecord;
import dev.writ.core.authority.Spending;
import dev.writ.core.decision.Combination;
import dev.writ.core.decision.Combination.Ceiling;
import dev.writ.core.decision.Combination.Member;
import dev.writ.core.decision.Combination.Outcome;
import dev.writ.core.decision.Effect;
import dev.writ.core.decision.Obligation;
import dev.writ.core.decision.Observation;
import dev.writ.core.decision.ReasonCode;
import dev.writ.core.decision.Truth;
import dev.writ.core.decision.Verdict;
import dev.writ.core.ir.Rule;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Steps 2 to 6 of one decision. A quick run asks the indexes for the rules that are true; a careful
 * one evaluates every rule. Mutable, for one thread.
 */
final class Run {
  private final Question question;
  private final AuthoritySnapshot state;
  private final Judge judge;
  private final String hash;
  private final SortedMap<String, RuleSum> rules = new TreeMap<>();
  private final SortedMap<String, LimitSum> limits = new TreeMap<>();
  private final List<Member> members = new ArrayList<>();
  private final SortedMap<String, Truth> bounds = new TreeMap<>();
  private final SortedSet<String> labels = new TreeSet<>();

  Run(Question question, AuthoritySnapshot state, Moment moment, String hash) {
    this.question = question;
    this.state = state;
    this.judge = new Judge(moment);
    this.hash = hash;
  }

  Answer answer() {
    Outcome outcome = outcome();
    Verdict verdict = verdict(outcome);
    boolean permit = outcome.reason().effect() == Effect.PERMIT;
    boolean counts = limits.values().stream().anyMatch(LimitSum::counts);
    boolean spends = permit && judge.moment.consents.mayBeSpent();
    return new Answer(
        verdict,
        spends || (permit && (counts || !labels.isEmpty())),
        judge.moment.findings != null);
  }

  /** What a permit changes; nothing for a denial. */
  Writes writes() {
    return writes(() -> judge.moment.consents.spending(this::permits));
  }

  /**
   * The same where it is known otherwise what a permit spends.
   *
   * @param spends is asked where it is a permit
   */
  Writes writes(Supplier<Spending> spends) {
    Outcome outcome = outcome();
    if (outcome.reason().effect() != Effect.PERMIT) {
      return Writes.NOTHING;
    }
    Spending spending = spends.get();
    AuthorityEffects mattering = effects(spending, false);
    return new Writes(effects(spending, true), !mattering.changesNothing(state));
  }

  private AuthorityEffects effects(Spending spending, boolean observed) {
    List<Counter> counters = new ArrayList<>();
    for (LimitSum limit : limits.values()) {
      if (observed || !limit.limit().observed()) {
        counters.addAll(limit.counters(state, judge.moment.now));
      }
    }
    SessionRecord session = judge.moment.session;
    return new AuthorityEffects(spending, counters, session == null ? null : session.id(), labels);
  }

  private Outcome outcome() {
    for (int i = 0; i < question.known.length; i++) {
      members.add(member(i));
    }
    Truth forbid = Truth.FALSE;
    for (RuleSum sum : rules.values()) {
      forbid = sum.is(Rule.RuleEffect.FORBID) ? forbid.or(sum.truth()) : forbid;
    }
    limits.forEach((id, limit) -> bounds.put(id, limit.truth(judge, state)));
    return Combination.decide(null, forbid, members, passed());
  }

  /** Whether the request is permitted with other consents. */
  private boolean permits(Consents others) {
    Moment trying = judge.moment.trying().with(others);
    return new Run(question, state, trying, hash).outcome().reason().effect() == Effect.PERMIT;
  }

  private Truth passed() {
    Truth passed = Truth.FALSE;
    for (LimitSum limit : limits.values()) {
      passed =
          limit.limit().observed()
              ? passed
              : passed.or(bounds.getOrDefault(limit.limit().id(), Truth.ERROR));
    }
    return passed;
  }

  private Member member(int i) {
    Known known = question.known[i];
    View view = known.view;
    SliceProgram program = known.program;
    Truth permit = rules(known);
    List<Ceiling> ceilings = new ArrayList<>();
    for (ScopeCode scope : program.scopes()) {
      ceilings.add(scope.ceiling(judge, view));
    }
    for (LimitCode limit : program.limits()) {
      limits
          .computeIfAbsent(limit.limit().id(), id -> new LimitSum(limit))
          .add(limit.use(judge, view));
    }
    for (SliceProgram.LabelCode label : program.labels()) {
      if (judge.truth(label.id(), label.condition(), view) != Truth.FALSE) {
        labels.add(label.id());
      }
    }
    Truth covered = Truth.of(judge.moment.consents.covers(i));
    return new Member(program.human(), view.delegator != null, ceilings, permit, covered);
  }

  /** The disjunction of the permits on this view; what each rule says is added to the sums. */
  private Truth rules(Known known) {
    SliceProgram program = known.program;
    View view = known.view;
    program.observed().forEach(this::sum);
    Truth permit = Truth.FALSE;
    if (judge.moment.findings != null) {
      for (RuleCode rule : program.rules()) {
        permit = permit.or(add(rule, judge.said(rule, view)));
      }
      return permit;
    }
    Matches matches = new Matches();
    program.index().match(known, judge.moment, matches);
    for (int i = 0; i < matches.size(); i++) {
      RuleCode rule = program.rules().get(matches.get(i));
      permit = permit.or(add(rule, judge.said(rule, Truth.TRUE, view)));
    }
    return permit;
  }

  private RuleSum sum(Rule rule) {
    return rules.computeIfAbsent(rule.id(), id -> new RuleSum(rule));
  }

  /** Adds what a rule says; the result is what it says as a permit that enters the decision. */
  private Truth add(RuleCode code, Judge.Said said) {
    if (said.truth() == Truth.FALSE) {
      return Truth.FALSE;
    }
    RuleSum sum = sum(code.rule());
    sum.add(said);
    return sum.is(Rule.RuleEffect.PERMIT) ? said.truth() : Truth.FALSE;
  }

  private Verdict verdict(Outcome outcome) {
    SortedMap<String, List<Obligation>> determining = determining(outcome);
    Findings findings = judge.moment.findings;
    return new Verdict(
        outcome.reason(),
        place(outcome),
        null,
        List.copyOf(determining.keySet()),
        findings == null ? List.of() : findings.errors(),
        observed(),
        determining.values().stream().flatMap(List::stream).toList(),
        hash);
  }

  private @Nullable String place(Outcome outcome) {
    return switch (outcome.reason()) {
      case OUT_OF_SCOPE, NO_PERMIT, DELEGATE_DENIED ->
          question.request.member(outcome.member()).toString();
      default -> null;
    };
  }

  private SortedMap<String, List<Obligation>> determining(Outcome outcome) {
    SortedMap<String, List<Obligation>> determining = new TreeMap<>();
    ReasonCode reason = outcome.reason();
    for (RuleSum sum : rules.values()) {
      if (sum.determines(reason)) {
        determining.put(sum.rule().id(), sum.obligations());
      }
    }
    if (reason == ReasonCode.PERMITTED) {
      judge.moment.consents.addSpent(determining, this::permits);
    }
    if (reason == ReasonCode.OUT_OF_SCOPE) {
      scopesDenying(outcome.member()).forEach(id -> determining.put(id, List.of()));
    }
    if (reason == ReasonCode.LIMIT_REACHED) {
      for (LimitSum limit : limits.values()) {
        if (!limit.limit().observed() && bounds.get(limit.limit().id()) != Truth.FALSE) {
          determining.put(limit.limit().id(), List.of());
        }
      }
    }
    return determining;
  }

  private List<String> scopesDenying(int member) {
    List<String> denying = new ArrayList<>();
    List<ScopeCode> scopes = question.known[member].program.scopes();
    for (int i = 0; i < scopes.size(); i++) {
      Ceiling ceiling = members.get(member).scopes().get(i);
      if (ScopeCode.denies(ceiling, question.known[member].view.delegator != null)) {
        denying.add(scopes.get(i).id());
      }
    }
    return denying;
  }

  private List<Observation> observed() {
    List<Observation> observed = new ArrayList<>();
    for (RuleSum sum : rules.values()) {
      if (sum.rule().observed()) {
        observed.add(new Observation(sum.rule().id(), sum.truth()));
      }
    }
    for (LimitSum limit : limits.values()) {
      if (limit.limit().observed()) {
        String id = limit.limit().id();
        observed.add(new Observation(id, bounds.getOrDefault(id, Truth.ERROR)));
      }
    }
    observed.sort(Comparator.comparing(Observation::rule));
    return observed;
  }
}
