package dev.writ.dsl.lower;

import dev.writ.core.ir.Approval;
import dev.writ.core.ir.Expr;
import dev.writ.core.ir.ExprChildren;
import dev.writ.core.ir.Quorum;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What of a request expressions read: {@code resource}, {@code args.x}, {@code facts.y}; and {@code
 * args} or {@code facts} where one is read whole.
 */
final class RequestReads {
  private final SortedSet<String> found = new TreeSet<>();

  /** Returns what an approval reads where it asks for votes. */
  static SortedSet<String> of(Approval.ApprovalCase asked) {
    RequestReads reads = new RequestReads();
    reads.add(asked.condition());
    for (Quorum.Clause clause : asked.quorum().clauses()) {
      reads.clause(clause);
    }
    for (Approval.Exclusion exclusion : asked.exclusions()) {
      reads.add(exclusion.who());
      reads.add(exclusion.condition());
    }
    return reads.found;
  }

  private void clause(Quorum.Clause clause) {
    add(clause.when());
    if (clause.membership() != null) {
      clause.membership().groups().forEach(this::add);
    }
    if (clause.forEach() != null) {
      add(clause.forEach().set());
    }
  }

  private void add(@Nullable Expr expr) {
    if (expr == null) {
      return;
    }
    String field = field(expr);
    if (field != null) {
      found.add(field);
      return;
    }
    if (expr instanceof Expr.SourceOfArg source) {
      found.add("args." + source.arg());
    } else if (expr instanceof Expr.SourceOfElement source) {
      source.args().forEach(arg -> found.add("args." + arg));
    } else if (expr instanceof Expr.Var variable) {
      root(variable.root());
    }
    ExprChildren.of(expr).forEach(this::add);
  }

  private void root(Expr.Root root) {
    switch (root) {
      case RESOURCE -> found.add("resource");
      case ARGS -> found.add("args");
      case FACTS -> found.add("facts");
      case PRINCIPAL, DELEGATOR, ORIGIN, SESSION, APPROVER, REQUESTER -> {}
    }
  }

  private static @Nullable String field(Expr expr) {
    if (expr instanceof Expr.Member member && member.of() instanceof Expr.Var of) {
      return field(of.root(), member.name());
    }
    if (expr instanceof Expr.Has has && has.of() instanceof Expr.Var of) {
      return field(of.root(), has.name());
    }
    return null;
  }

  private static @Nullable String field(Expr.Root root, String name) {
    return switch (root) {
      case ARGS -> "args." + name;
      case FACTS -> "facts." + name;
      case PRINCIPAL, DELEGATOR, ORIGIN, RESOURCE, SESSION, APPROVER, REQUESTER -> null;
    };
  }
}
