package dev.writ.core.ir;

import dev.writ.core.model.EnumValue;
import dev.writ.core.model.Value;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;

/** Checks that expressions name only what is declared and what is known where they stand. */
final class ExprCheck {

  private static final Set<Expr.Root> REQUEST =
      Set.copyOf(EnumSet.range(Expr.Root.PRINCIPAL, Expr.Root.SESSION));
  private static final Set<Expr.Root> WITH_REQUESTER =
      Set.copyOf(EnumSet.complementOf(EnumSet.of(Expr.Root.APPROVER)));
  private static final Set<Expr.Root> IN_CLAUSE = Set.copyOf(EnumSet.allOf(Expr.Root.class));

  private final PolicySet set;
  private final Problems problems;
  private final Set<String> approvals;
  private final Set<String> confirmations;
  private final Set<String> grants;
  private final Set<String> labels;
  private final Set<String> zones;

  ExprCheck(PolicySet set, Problems problems) {
    this.set = set;
    this.problems = problems;
    approvals = ids(set, Approval.Kind.APPROVAL);
    confirmations = ids(set, Approval.Kind.CONFIRMATION);
    grants = set.grants().stream().map(GrantTemplate::id).collect(Collectors.toSet());
    labels = set.labels().stream().map(Label::id).collect(Collectors.toSet());
    zones = set.zones().stream().map(ZoneTable::zone).collect(Collectors.toSet());
  }

  private static Set<String> ids(PolicySet set, Approval.Kind kind) {
    return set.approvals().stream()
        .filter(approval -> approval.kind() == kind)
        .map(Approval::id)
        .collect(Collectors.toSet());
  }

  boolean isDeclared(Approval.Kind kind, String id) {
    return (kind == Approval.Kind.APPROVAL ? approvals : confirmations).contains(id);
  }

  /** An expression over the request. */
  void check(Expr expr) {
    expr.accept(new ExprNames(this, REQUEST, Set.of()));
  }

  /** An expression that may ask who requested or opened. */
  void checkWithRequester(Expr expr) {
    expr.accept(new ExprNames(this, WITH_REQUESTER, Set.of()));
  }

  /** An expression of a clause of voters. */
  void checkInClause(Expr expr, Collection<String> locals) {
    expr.accept(new ExprNames(this, IN_CLAUSE, new HashSet<>(locals)));
  }

  void require(boolean condition, String problem) {
    problems.require(condition, problem);
  }

  void entityTypes(Collection<String> types) {
    for (String type : types) {
      require(
          set.schema().entityType(type) != null, "the entity type `" + type + "` is not declared");
    }
  }

  void approval(String id) {
    require(approvals.contains(id), "the approval `" + id + "` is not declared");
  }

  void confirmation(String id) {
    require(confirmations.contains(id), "the confirmation `" + id + "` is not declared");
  }

  void grant(String id) {
    require(grants.contains(id), "the grant `" + id + "` is not declared");
  }

  void label(String id) {
    require(labels.contains(id), "the label `" + id + "` is not declared");
  }

  void zone(String zone) {
    require(zones.contains(zone), "the zone `" + zone + "` has no table");
  }

  /** That a constant names only what is declared. */
  void constant(Value value) {
    value.accept(new ConstantNames(this));
  }

  void enumerator(EnumValue value) {
    String name = value.type().name();
    require(
        SchemaCheck.isDeclared(set.schema(), value.type()),
        "the enum `" + name + "` is not the declared one");
    require(
        0 <= value.ordinal() && value.ordinal() < value.type().enumerators().size(),
        "the enum `" + name + "` has no value " + value.ordinal());
  }
}
