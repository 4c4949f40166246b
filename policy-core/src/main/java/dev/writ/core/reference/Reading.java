package dev.writ.core.reference;

import dev.writ.core.decision.Truth;
import dev.writ.core.ir.Expr;
import dev.writ.core.model.EntityId;
import dev.writ.core.model.SetValue;
import dev.writ.core.model.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The reading of one declaration's expressions in one environment, without authority facts.
 *
 * @param judge who evaluates, and keeps errors
 * @param rule the id of the declaration, under which errors are kept
 * @param environment what its words stand for
 */
record Reading(Judge judge, String rule, Environment environment) {

  Truth truth(Expr condition) {
    return judge.truth(rule, condition, environment, NoAuthority.INSTANCE);
  }

  Result value(Expr expr) {
    return judge.value(rule, expr, environment, NoAuthority.INSTANCE);
  }

  World world() {
    return judge.world();
  }

  Reading with(String local, Value value) {
    return new Reading(judge, rule, environment.with(local, value));
  }

  /** The same with {@code approver} bound. */
  Reading by(EntityId approver) {
    return new Reading(judge, rule, environment.with(approver, environment.requester()));
  }

  /** The same with {@code requester} bound. */
  Reading askedBy(@Nullable EntityId requester) {
    return new Reading(judge, rule, environment.with(environment.approver(), requester));
  }

  /** Whether the entity is in a group, or in some element of a set of groups. */
  Truth in(EntityId member, Value groups) {
    Expr who = new Expr.Const(member);
    Expr where = new Expr.Const(groups);
    return truth(
        groups instanceof SetValue
            ? new Expr.InEntitySet(who, where)
            : new Expr.InEntities(who, List.of(where)));
  }
}
