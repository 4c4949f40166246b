package dev.writ.core.plan;

import dev.writ.core.decision.Obligation;
import dev.writ.core.decision.Truth;
import dev.writ.core.model.EntityId;
import dev.writ.core.model.SetValue;
import dev.writ.core.model.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads what one declaration asks of a request or a grant, each expression in full. What cannot be
 * evaluated is listed under the declaration, or ends a run that cannot list.
 */
final class Reader {
  final View view;
  private final String declaration;
  private final Moment moment;

  /**
   * @param moment probing or careful
   */
  Reader(String declaration, View view, Moment moment) {
    this.declaration = declaration;
    this.view = view;
    this.moment = moment;
  }

  /** The same for what this entity asked for or opened. */
  Reader askedBy(EntityId requester) {
    return new Reader(declaration, view, moment.askedBy(requester));
  }

  Truth truth(Node condition) {
    int mark = mark();
    return told(condition.truth(view, moment, Node.NO_LOCALS), mark);
  }

  @Nullable Value value(Node expr, Value... locals) {
    int mark = mark();
    return told(expr.value(view, moment, locals), mark);
  }

  /** An attribute of an entity. */
  @Nullable Value attribute(EntityId of, String name) {
    int mark = mark();
    return told(EntityOps.attribute(of, name, view, moment), mark);
  }

  /** Whether the entity is in a group, or in some element of a set of groups. */
  Truth in(EntityId member, Value groups) {
    int mark = mark();
    Set<Value> all = groups instanceof SetValue set ? set.elements() : Set.of(groups);
    Value in = told(EntityOps.in(member, all, view, moment), mark);
    return in == null ? Truth.ERROR : Truth.of(Node.bool(true).equals(in));
  }

  /** The ancestors of an entity, itself among them. */
  @Nullable Set<EntityId> ancestors(EntityId of) {
    int mark = mark();
    Set<EntityId> above = EntityOps.ancestors(of, view, moment);
    told(above == null ? Truth.ERROR : Truth.TRUE, mark);
    return above;
  }

  /** What is asked for; null where an argument of it has no value. */
  @Nullable List<Obligation> obligations(List<RuleCode.Call> calls) {
    List<Obligation> obligations = new ArrayList<>();
    boolean complete = true;
    for (RuleCode.Call call : calls) {
      List<Value> arguments = new ArrayList<>();
      for (Node argument : call.arguments()) {
        Value value = value(argument);
        complete &= value != null;
        if (value != null) {
          arguments.add(value);
        }
      }
      obligations.add(new Obligation(call.name(), arguments));
    }
    return complete ? obligations : null;
  }

  private int mark() {
    Findings findings = moment.findings;
    return findings == null ? 0 : findings.mark();
  }

  private @Nullable Value told(@Nullable Value value, int mark) {
    told(value == null ? Truth.ERROR : Truth.TRUE, mark);
    return value;
  }

  private Truth told(Truth truth, int mark) {
    Findings findings = moment.findings;
    if (findings != null) {
      findings.keep(declaration, truth, mark);
    } else if (truth == Truth.ERROR) {
      throw new FaultSignal();
    }
    return truth;
  }
}
