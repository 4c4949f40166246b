package dev.writ.core.ir;

import java.util.AbstractList;
import java.util.List;
import java.util.Objects;
import java.util.RandomAccess;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/**
 * The only case of a rule, made whenever it is asked for, since there may be millions of rules and
 * most have one case of two conjuncts. Immutable.
 */
final class SoleCase extends AbstractList<Case> implements RandomAccess {
  private final SortedSet<Slot> slots;
  private final List<ObligationCall> obligations;

  /** The condition; where there is a second conjunct, the first. */
  private final Expr first;

  private final @Nullable Expr second;

  SoleCase(Case only) {
    this.slots = only.slots();
    this.obligations = only.obligations();
    if (only.condition() instanceof Expr.And and && and.operands().size() == 2) {
      this.first = and.operands().get(0);
      this.second = and.operands().get(1);
    } else {
      this.first = only.condition();
      this.second = null;
    }
  }

  @Override
  public int size() {
    return 1;
  }

  @Override
  public Case get(int position) {
    Objects.checkIndex(position, 1);
    Expr condition = second == null ? first : new Expr.And(List.of(first, second));
    return new Case(slots, condition, obligations);
  }
}
