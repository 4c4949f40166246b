package dev.writ.core.slice;

import dev.writ.core.ir.Approval;
import dev.writ.core.ir.Case;
import dev.writ.core.ir.Expr;
import dev.writ.core.ir.Expr.Root;
import dev.writ.core.ir.ExprChildren;
import dev.writ.core.ir.Limit;
import dev.writ.core.ir.PolicySet;
import dev.writ.core.ir.Quorum;
import dev.writ.core.model.ActionDef;
import dev.writ.core.model.Type;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What of a request, beside who acts on what for whom, a decision of one slot can read, whatever
 * the entities are, where no grant is held and no approval is open; and whether it can read the
 * time. More may be told than is read, never less. Immutable.
 *
 * @param args the arguments
 * @param facts the facts
 * @param sources the arguments of which is read where they came from
 * @param instant whether the instant is read
 */
public record RequestFields(
    SortedSet<String> args, SortedSet<String> facts, SortedSet<String> sources, boolean instant) {
  public RequestFields {
    args = Collections.unmodifiableSortedSet(new TreeSet<>(args));
    facts = Collections.unmodifiableSortedSet(new TreeSet<>(facts));
    sources = Collections.unmodifiableSortedSet(new TreeSet<>(sources));
  }

  /**
   * The fields of a slot.
   *
   * @param slice the slice of the slot, of the same set
   */
  public static RequestFields of(PolicySet policies, Slice slice) {
    Walk walk =
        new Walk(Objects.requireNonNull(policies.schema().actions().get(slice.slot().action())));
    slice.rules().forEach(passage -> walk.text(passage.text()));
    slice.labels().forEach(passage -> walk.text(passage.text()));
    slice.limits().forEach(passage -> walk.limit(passage.text()));
    slice.scopes().forEach(scope -> scope.clauses().forEach(clause -> walk.text(clause.text())));
    for (Approval approval : policies.approvals()) {
      for (Approval.ApprovalCase text : approval.cases()) {
        if (text.slots().contains(slice.slot())) {
          walk.approval(text);
        }
      }
    }
    return new RequestFields(walk.args, walk.facts, walk.sources, walk.instant);
  }

  /** Collects what expressions read: every branch counts. */
  private static final class Walk {
    private final ActionDef action;
    private final SortedSet<String> args = new TreeSet<>();
    private final SortedSet<String> facts = new TreeSet<>();
    private final SortedSet<String> sources = new TreeSet<>();
    private boolean instant;

    Walk(ActionDef action) {
      this.action = action;
    }

    void text(Case text) {
      read(text.condition());
      text.obligations().forEach(call -> call.arguments().forEach(this::read));
    }

    void limit(Limit.LimitCase text) {
      read(text.counts());
      read(text.exempt());
      read(text.amount());
      if (text.key() instanceof Limit.Key.EntityKey key) {
        read(key.entity());
      }
    }

    void approval(Approval.ApprovalCase text) {
      read(text.condition());
      text.quorum().clauses().forEach(this::clause);
      for (Approval.Exclusion exclusion : text.exclusions()) {
        read(exclusion.who());
        read(exclusion.condition());
      }
    }

    private void clause(Quorum.Clause clause) {
      if (clause.membership() != null) {
        clause.membership().groups().forEach(this::read);
      }
      if (clause.when() != null) {
        read(clause.when());
      }
      if (clause.forEach() != null) {
        read(clause.forEach().set());
      }
    }

    private void read(Expr expr) {
      instant |= readsInstant(expr);
      if (expr instanceof Expr.Member member && isPart(member.of())) {
        add(member.of(), List.of(member.name()));
        return;
      }
      if (expr instanceof Expr.Has has && isPart(has.of())) {
        add(has.of(), List.of(has.name()));
        return;
      }
      if (isPart(expr)) {
        boolean told = ((Expr.Var) expr).root() == Root.ARGS;
        add(expr, names(told ? action.args() : action.facts()));
      } else if (expr instanceof Expr.SourceOfArg source) {
        source(List.of(source.arg()));
      } else if (expr instanceof Expr.SourceOfElement source) {
        source(source.args());
      }
      ExprChildren.of(expr).forEach(this::read);
    }

    private static boolean isPart(Expr expr) {
      return expr instanceof Expr.Var word
          && (word.root() == Root.ARGS || word.root() == Root.FACTS);
    }

    private void add(Expr part, List<String> names) {
      (((Expr.Var) part).root() == Root.ARGS ? args : facts).addAll(names);
    }

    private static List<String> names(Type.RecordType fields) {
      return fields.fields().stream().map(field -> field.name()).toList();
    }

    private void source(List<String> of) {
      args.addAll(of);
      sources.addAll(of);
    }

    private static boolean readsInstant(Expr expr) {
      return expr instanceof Expr.NowCompare
          || expr instanceof Expr.AgeCompare
          || expr instanceof Expr.HourCompare
          || expr instanceof Expr.WeekdayIn
          || expr instanceof Expr.TimeOfDayBetween;
    }
  }
}
