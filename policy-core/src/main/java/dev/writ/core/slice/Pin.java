package dev.writ.core.slice;

import dev.writ.core.ir.Expr;
import dev.writ.core.model.BoolValue;
import dev.writ.core.model.SetValue;
import dev.writ.core.model.Value;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A condition that fixes an attribute of the request to one of some constants: {@code args.env ==
 * prod}, {@code principal.role in ["a", "b"]}, {@code resource.frozen}.
 *
 * <p>Wherever the attribute has a value, the condition holds exactly if that value is among the
 * constants; where it has none, the condition is an error.
 *
 * @param attribute a path from the request, without variables of quantifiers
 * @param values the constants, at least one; in no order that matters
 */
public record Pin(Expr attribute, Set<Value> values) {
  public Pin {
    Objects.requireNonNull(attribute, "attribute");
    values = Collections.unmodifiableSet(new LinkedHashSet<>(values));
    if (values.isEmpty()) {
      throw new IllegalArgumentException("a pin needs a constant");
    }
  }

  /** What the condition fixes, or null where it is no such condition. */
  public static @Nullable Pin of(Expr condition) {
    if (condition instanceof Expr.Compare equality && equality.op() == Expr.Comparison.EQ) {
      Pin pin = of(equality.left(), List.of(equality.right()));
      return pin == null ? of(equality.right(), List.of(equality.left())) : pin;
    }
    if (condition instanceof Expr.InList among) {
      return of(among.element(), among.list());
    }
    if (condition instanceof Expr.Contains contains
        && contains.set() instanceof Expr.Const constant
        && constant.value() instanceof SetValue set) {
      return pin(contains.element(), set.elements());
    }
    if (condition instanceof Expr.Not not && not.operand() instanceof Expr.Member flag) {
      return pin(flag, List.of(BoolValue.FALSE));
    }
    return condition instanceof Expr.Member flag ? pin(flag, List.of(BoolValue.TRUE)) : null;
  }

  private static @Nullable Pin of(Expr attribute, List<Expr> constants) {
    Set<Value> values = new LinkedHashSet<>();
    for (Expr constant : constants) {
      if (!(constant instanceof Expr.Const known)) {
        return null;
      }
      values.add(known.value());
    }
    return pin(attribute, values);
  }

  private static @Nullable Pin pin(Expr attribute, Collection<Value> values) {
    return values.isEmpty() || !Attributes.isAttribute(attribute)
        ? null
        : new Pin(attribute, new LinkedHashSet<>(values));
  }
}
