package dev.writ.dsl.lint;

import dev.writ.core.ir.Approval;
import dev.writ.core.ir.Expr;
import dev.writ.core.ir.GrantTemplate;
import dev.writ.core.ir.Quorum;
import dev.writ.core.model.EntityId;
import dev.writ.core.model.EntityTypeDef;
import dev.writ.core.model.Schema;
import dev.writ.dsl.ast.GrantDecl;
import dev.writ.dsl.source.Diagnostic;
import dev.writ.dsl.source.DiagnosticCode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Finds clauses that can never have their votes, so that nobody gets the approval, nor a grant that
 * needs it: the voters' group is excluded, a condition never holds, or closed types have too few
 * ids.
 */
final class UnfillableApproval implements Finding {
  private static final DiagnosticCode CODE = DiagnosticCode.UNFILLABLE_APPROVAL;

  @Override
  public void find(LintedSet set, Consumer<Diagnostic> found) {
    for (Ballots ballots : Ballots.of(set)) {
      List<Quorum.Clause> clauses = ballots.quorum().clauses();
      long dead = clauses.stream().filter(each -> why(each, ballots, set) != null).count();
      boolean hopeless = ballots.quorum().all() ? dead > 0 : dead == clauses.size();
      for (int i = 0; hopeless && i < clauses.size(); i++) {
        String why = why(clauses.get(i), ballots, set);
        if (why != null) {
          found.accept(warning(ballots, i, why, set));
        }
      }
      if (!hopeless && ballots.quorum().all()) {
        together(ballots, set, found);
      }
    }
  }

  private static @Nullable String why(Quorum.Clause clause, Ballots ballots, LintedSet set) {
    if (clause.when() != null && NeverTrue.of(clause.when())) {
      return "its condition never holds";
    }
    if (isExcluded(clause.membership(), ballots.exclusions())) {
      return "all members of the group are excluded";
    }
    Set<EntityId> ids = closedIds(clause, ballots.exclusions(), set.schema());
    return ids == null || ids.size() >= clause.count() ? null : needs(clause.count(), ids.size());
  }

  private static String needs(int wanted, int there) {
    return wanted + " votes are asked for, and only " + there + " can ever be given";
  }

  private static boolean isExcluded(
      Quorum.@Nullable Membership membership, List<Approval.Exclusion> exclusions) {
    if (membership == null || !membership.in()) {
      return false;
    }
    Set<Expr> excluded = new HashSet<>();
    for (Approval.Exclusion exclusion : exclusions) {
      if (exclusion.members() && exclusion.condition().equals(Expr.yes())) {
        excluded.addAll(elements(exclusion.who()));
      }
    }
    return excluded.containsAll(membership.groups());
  }

  private static List<Expr> elements(Expr who) {
    return who instanceof Expr.SetOf several ? several.elements() : List.of(who);
  }

  /** The entities that may vote, or null where a type is not closed. */
  private static @Nullable Set<EntityId> closedIds(
      Quorum.Clause clause, List<Approval.Exclusion> exclusions, Schema schema) {
    Set<EntityId> ids = new HashSet<>();
    for (String type : clause.types()) {
      EntityTypeDef def = schema.entityType(type);
      if (def == null || def.closedIds() == null) {
        return null;
      }
      def.closedIds().forEach(id -> ids.add(new EntityId(type, id)));
    }
    for (Approval.Exclusion exclusion : exclusions) {
      if (!exclusion.members() && exclusion.condition().equals(Expr.yes())) {
        elements(exclusion.who()).forEach(who -> remove(ids, who));
      }
    }
    return ids;
  }

  private static void remove(Set<EntityId> ids, Expr who) {
    if (who instanceof Expr.Const constant && constant.value() instanceof EntityId id) {
      ids.remove(id);
    }
  }

  /** Each clause could be filled by itself, but a vote fills one clause only. */
  private static void together(Ballots ballots, LintedSet set, Consumer<Diagnostic> found) {
    Set<EntityId> voters = new HashSet<>();
    int wanted = 0;
    int last = -1;
    List<Quorum.Clause> clauses = ballots.quorum().clauses();
    for (int i = 0; i < clauses.size(); i++) {
      Set<EntityId> ids = closedIds(clauses.get(i), ballots.exclusions(), set.schema());
      if (ids != null && clauses.get(i).forEach() == null) {
        voters.addAll(ids);
        wanted += clauses.get(i).count();
        last = i;
      }
    }
    if (last >= 0 && wanted > voters.size()) {
      found.accept(warning(ballots, last, "with the others, " + needs(wanted, voters.size()), set));
    }
  }

  private static Diagnostic warning(Ballots ballots, int clause, String why, LintedSet set) {
    Diagnostic warning =
        ballots
            .text()
            .warning(CODE, ballots.place(clause), "nobody can fill this clause: " + why)
            .withHelp("ask fewer people, or others");
    for (Linted<GrantTemplate, GrantDecl> grant : set.grants()) {
      if (grant.meaning().needs().contains(ballots.text().id())) {
        warning =
            warning.withRelated(
                grant.text().source(),
                grant.text().name().span(),
                "so nobody gets this grant approved");
      }
    }
    return warning;
  }
}
