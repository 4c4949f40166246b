package dev.writ.core.plan;

import dev.writ.core.decision.Truth;
import dev.writ.core.model.EntityId;
import dev.writ.core.model.SetValue;
import dev.writ.core.model.Value;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whether an entity is in a group. The ancestors are always read, so that whether they can be told
 * never depends on the groups.
 */
final class Membership {

  private Membership() {}

  /** In one of some groups, each told by an expression. */
  static final class OfSome extends Condition {
    private final Operand member;
    private final Operand[] groups;

    OfSome(Node member, List<Node> groups) {
      this.member = Operand.of(member);
      this.groups = groups.stream().map(Operand::of).toArray(Operand[]::new);
    }

    @Override
    Truth truth(View view, Moment moment, Value[] locals) {
      Value of = member.value(view, moment, locals);
      if (groups.length == 1) {
        Value group = groups[0].value(view, moment, locals);
        return of == null || group == null ? Truth.ERROR : in(of, group, view, moment);
      }
      Value[] told = new Value[groups.length];
      boolean all = of != null;
      for (int i = 0; i < told.length; i++) {
        Value group = groups[i].value(view, moment, locals);
        all &= group != null;
        told[i] = group == null ? Node.bool(false) : group;
      }
      return all && of != null ? in(of, told, view, moment) : Truth.ERROR;
    }

    private static Truth in(Value of, Value group, View view, Moment moment) {
      Set<EntityId> above = above(of, view, moment);
      return above == null ? Truth.ERROR : Truth.of(above.contains(group));
    }

    private static Truth in(Value of, Value[] groups, View view, Moment moment) {
      Set<EntityId> above = above(of, view, moment);
      boolean met = false;
      for (int i = 0; above != null && i < groups.length && !met; i++) {
        met = above.contains(groups[i]);
      }
      return above == null ? Truth.ERROR : Truth.of(met);
    }
  }

  /** In a group of a set. */
  static final class OfSet extends Condition {
    private final Operand member;
    private final Operand groups;

    OfSet(Node member, Node groups) {
      this.member = Operand.of(member);
      this.groups = Operand.of(groups);
    }

    @Override
    Truth truth(View view, Moment moment, Value[] locals) {
      Value of = member.value(view, moment, locals);
      Value told = groups.value(view, moment, locals);
      if (of == null || told == null) {
        return Truth.ERROR;
      }
      if (!(told instanceof SetValue set)) {
        moment.illTyped("in");
        return Truth.ERROR;
      }
      Set<EntityId> above = above(of, view, moment);
      return above == null ? Truth.ERROR : Truth.of(meet(above, set.elements()));
    }

    /** Looks for those of the smaller set. */
    private static boolean meet(Set<EntityId> above, Set<Value> groups) {
      Set<? extends Value> fewer = above.size() < groups.size() ? above : groups;
      Set<? extends Value> more = fewer == above ? groups : above;
      for (Value each : fewer) {
        if (more.contains(each)) {
          return true;
        }
      }
      return false;
    }
  }

  private static @Nullable Set<EntityId> above(Value of, View view, Moment moment) {
    if (of instanceof EntityId entity) {
      return EntityOps.ancestors(entity, view, moment);
    }
    moment.illTyped("in");
    return null;
  }
}
