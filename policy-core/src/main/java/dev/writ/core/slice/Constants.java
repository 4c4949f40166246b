package dev.writ.core.slice;

import dev.writ.core.ir.Case;
import dev.writ.core.ir.Expr;
import dev.writ.core.ir.ExprChildren;
import dev.writ.core.model.SetValue;
import dev.writ.core.model.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * The constants with which each attribute is compared in a slice, by whatever operator: between two
 * of them, and outside all of them, no condition of the slice that only compares can tell values
 * apart. Immutable.
 */
public final class Constants {
  private final Map<Expr, Set<Value>> byAttribute = new LinkedHashMap<>();

  private Constants() {}

  /** The constants of all that speaks in the slice. */
  public static Constants of(Slice slice) {
    Constants constants = new Constants();
    slice.rules().forEach(passage -> constants.add(passage.text()));
    slice.labels().forEach(passage -> constants.add(passage.text()));
    slice.grants().forEach(passage -> constants.add(passage.text()));
    slice
        .scopes()
        .forEach(scope -> scope.clauses().forEach(clause -> constants.add(clause.text())));
    for (LimitPassage limit : slice.limits()) {
      constants.add(limit.text().counts());
      constants.add(limit.text().exempt());
    }
    return constants;
  }

  /** The attributes that are compared with constants, in the order of the text. */
  public Set<Expr> attributes() {
    return Collections.unmodifiableSet(byAttribute.keySet());
  }

  /** The constants with which the attribute is compared; none for one that is not. */
  public Set<Value> of(Expr attribute) {
    return Collections.unmodifiableSet(
        Objects.requireNonNullElse(byAttribute.get(attribute), Set.of()));
  }

  private void add(Case text) {
    add(text.condition());
    text.obligations().forEach(call -> call.arguments().forEach(this::add));
  }

  private void add(Expr expr) {
    List<Expr> operands = ExprChildren.of(expr);
    List<Expr> attributes = operands.stream().filter(Attributes::isAttribute).toList();
    if (!attributes.isEmpty()) {
      List<Value> values = values(operands);
      for (Expr attribute : attributes) {
        if (!values.isEmpty()) {
          byAttribute.computeIfAbsent(attribute, a -> new LinkedHashSet<>()).addAll(values);
        }
      }
    }
    operands.forEach(this::add);
  }

  private static List<Value> values(List<Expr> operands) {
    List<Value> values = new ArrayList<>();
    for (Expr operand : operands) {
      if (operand instanceof Expr.Const constant) {
        values.addAll(
            constant.value() instanceof SetValue set ? set.elements() : Set.of(constant.value()));
      }
    }
    return values;
  }
}
