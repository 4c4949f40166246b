package dev.writ.core.reference;

import static dev.writ.core.reference.Exprs.FALSE;
import static dev.writ.core.reference.Exprs.TRUE;
import static dev.writ.core.reference.Exprs.instant;

import dev.writ.core.authority.AuthoritySnapshot;
import dev.writ.core.authority.SessionRecord;
import dev.writ.core.decision.Verdict;
import dev.writ.core.ir.Case;
import dev.writ.core.ir.EntityPattern;
import dev.writ.core.ir.Expr;
import dev.writ.core.ir.Label;
import dev.writ.core.ir.Limit;
import dev.writ.core.ir.Limit.LimitCase;
import dev.writ.core.ir.ObligationCall;
import dev.writ.core.ir.PolicySet;
import dev.writ.core.ir.Rule;
import dev.writ.core.ir.Rule.RuleEffect;
import dev.writ.core.ir.Scope;
import dev.writ.core.ir.Scope.MayClause;
import dev.writ.core.ir.Slot;
import dev.writ.core.ir.ZoneTable;
import dev.writ.core.model.DataLimits;
import dev.writ.core.model.EntityId;
import dev.writ.core.model.EntityStore;
import dev.writ.core.model.RecordValue;
import dev.writ.core.model.Request;
import dev.writ.core.model.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A policy set in the world of the tests, rule by rule, and the state it is asked in. To begin with
 * nothing is declared, nothing is granted, and it is ten on a Monday morning.
 */
final class Rulebook {
  static final List<String> BOTH = List.of("Agent", "User");

  final List<Rule> rules = new ArrayList<>();
  final List<Scope> scopes = new ArrayList<>();
  final List<Limit> limits = new ArrayList<>();
  final List<Label> labels = new ArrayList<>();
  final List<ZoneTable> zones = new ArrayList<>();
  final AuthoritySnapshot.Builder state = AuthoritySnapshot.builder();
  EntityStore store = Town.store();
  long clock = instant("2026-03-02T10:00:00Z").epochMillis();
  Circumstances.Health health = Circumstances.Health.GOOD;

  static SortedSet<Slot> slots(List<String> actions, List<String> principals) {
    SortedSet<Slot> slots = new TreeSet<>();
    for (String action : actions) {
      principals.forEach(principal -> slots.add(new Slot(action, principal, "Service")));
    }
    return slots;
  }

  static SortedSet<Slot> readBy(String... principals) {
    return slots(List.of("read"), List.of(principals));
  }

  static ObligationCall call(String name, Expr... arguments) {
    return new ObligationCall(name, List.of(arguments));
  }

  Rulebook permit(String id, SortedSet<Slot> head, Expr when, ObligationCall... obligations) {
    return rule(id, RuleEffect.PERMIT, false, head, when, null, obligations);
  }

  Rulebook forbid(String id, SortedSet<Slot> head, Expr when, ObligationCall... obligations) {
    return rule(id, RuleEffect.FORBID, false, head, when, null, obligations);
  }

  Rulebook rule(
      String id,
      RuleEffect effect,
      boolean observed,
      SortedSet<Slot> head,
      Expr when,
      @Nullable String because,
      ObligationCall... obligations) {
    Case text = new Case(head, when, List.of(obligations));
    rules.add(new Rule(id, "", effect, observed, List.of(text), because, List.of()));
    return this;
  }

  /** People may read, and agents for them, bounded by the scope {@code bots}. */
  Rulebook readable() {
    permit("read", readBy("User"), TRUE);
    return scope("bots", pattern("Agent"), null, false, mayAsDelegate(TRUE));
  }

  static EntityPattern pattern(String type, EntityId... in) {
    return new EntityPattern(new TreeSet<>(List.of(type)), null, List.of(in));
  }

  static MayClause may(Expr when) {
    return new MayClause(false, List.of(new Case(readBy("Agent", "User"), when, List.of())));
  }

  static MayClause mayAsDelegate(Expr when) {
    return new MayClause(true, List.of(new Case(readBy("Agent", "User"), when, List.of())));
  }

  Rulebook scope(
      String id,
      EntityPattern who,
      @Nullable EntityId guard,
      boolean onlyAsDelegate,
      MayClause... clauses) {
    scopes.add(new Scope(id, "", List.of(who), guard, onlyAsDelegate, List.of(clauses), List.of()));
    return this;
  }

  Rulebook limit(String id, long most, Limit.Window window, LimitCase text) {
    return limit(id, false, most, window, text);
  }

  Rulebook limit(String id, boolean observed, long most, Limit.Window window, LimitCase text) {
    limits.add(new Limit(id, "", observed, List.of(text), most, window, List.of()));
    return this;
  }

  /** One for each read by users. */
  static LimitCase each(Expr key) {
    return new LimitCase(readBy("User"), TRUE, FALSE, Exprs.n(1), new Limit.Key.EntityKey(key));
  }

  Rulebook label(String id, SortedSet<Slot> head, Expr when) {
    labels.add(new Label(id, "", List.of(new Case(head, when, List.of())), List.of()));
    return this;
  }

  Rulebook session(String id, EntityId origin, Map<String, Value> values, String... carried) {
    state.put(
        new SessionRecord(
            id, origin, null, RecordValue.of(values), new TreeSet<>(List.of(carried)), 0));
    return this;
  }

  PolicySet policies() {
    return new PolicySet(
        "",
        Town.SCHEMA,
        List.of(),
        rules,
        scopes,
        List.of(),
        List.of(),
        List.of(),
        labels,
        limits,
        List.of(),
        List.of(),
        zones);
  }

  /** A read of the ledger by a person. */
  static Request byAnn() {
    return Request.of(Town.ANN, "read", Town.LEDGER);
  }

  /** A read of the ledger by an agent, for a person. */
  static Request byBot() {
    return Request.of(Town.BOT, "read", Town.LEDGER).onBehalfOf(Town.ANN);
  }

  Assessment assess(Request request) {
    return new Reference(policies())
        .assess(
            request,
            new Circumstances(store, state.build(), clock, 5_000, health),
            DataLimits.DEFAULT);
  }

  Verdict verdict(Request request) {
    return assess(request).verdict();
  }

  /** The reason, the place where there is one, and the determining rules. */
  String decide(Request request) {
    Verdict verdict = verdict(request);
    String place = verdict.place() == null ? "" : " at " + verdict.place();
    String rules = verdict.rules().isEmpty() ? "" : " by " + String.join(", ", verdict.rules());
    return verdict.reason().code() + place + rules;
  }
}
