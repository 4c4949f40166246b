package dev.writ.core.reference;

import dev.writ.core.authority.AuthoritySnapshot;
import dev.writ.core.authority.SessionRecord;
import dev.writ.core.decision.EvaluationError;
import dev.writ.core.decision.Truth;
import dev.writ.core.ir.Expr;
import dev.writ.core.ir.IrText;
import dev.writ.core.ir.PolicySet;
import dev.writ.core.ir.PolicySetEdits;
import dev.writ.core.ir.ZoneTable;
import dev.writ.core.model.EntityId;
import dev.writ.core.model.RecordValue;
import dev.writ.core.model.Source;
import dev.writ.core.model.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Evaluates single expressions in the world of the tests; every part can be set apart. */
final class Evaluation {
  long now = Exprs.instant("2026-03-02T10:00:00Z").epochMillis();
  List<EntityId> members = List.of(Town.BOT, Town.ANN);
  int self;
  Map<String, Value> args = new HashMap<>();
  Map<String, Source> sources = new HashMap<>();
  Map<String, Map<Value, Source>> elementSources = new HashMap<>();
  SessionRecord session =
      new SessionRecord(
          "s1", Town.ANN, null, RecordValue.EMPTY, new TreeSet<>(List.of("untrusted")), now);
  boolean inSession = true;
  List<ZoneTable> zones = List.of();
  FixedFacts facts = new FixedFacts();

  /** The value as text, or {@code error} and what is listed. */
  String value(Expr expr) {
    Judge judge = judge();
    return judge.value("r", expr, environment(), facts) instanceof Result.Found found
        ? IrText.of(found.value())
        : "error " + listed(judge);
  }

  /** The truth as text, and what is listed. */
  String truth(Expr condition) {
    Judge judge = judge();
    Truth truth = judge.truth("r", condition, environment(), facts);
    String listed = listed(judge);
    return truth + (listed.isEmpty() ? "" : " " + listed);
  }

  /** When a time condition changes next. */
  OptionalLong nextChange(Expr condition) {
    Judge judge = judge();
    judge.truth("r", condition, environment(), facts);
    return judge.nextChange();
  }

  private static String listed(Judge judge) {
    return judge.errors().stream().map(EvaluationError::kind).collect(Collectors.joining(", "));
  }

  private Judge judge() {
    return new Judge(
        new World(policies(zones), Town.store(), AuthoritySnapshot.EMPTY, now), Trace.NONE);
  }

  static PolicySet policies(List<ZoneTable> zones) {
    return PolicySetEdits.withZones(PolicySetEdits.empty(Town.SCHEMA), zones);
  }

  private Environment environment() {
    return new Environment(
        members,
        self,
        Town.LEDGER,
        RecordValue.of(new TreeMap<>(args)),
        RecordValue.EMPTY,
        inSession ? session : null,
        new ArgumentSources(sources, elementSources),
        null,
        null,
        Map.of());
  }
}
