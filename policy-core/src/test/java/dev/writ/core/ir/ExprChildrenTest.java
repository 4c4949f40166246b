package dev.writ.core.ir;

import static org.assertj.core.api.Assertions.assertThat;

import dev.writ.core.model.Value;
import java.util.LinkedHashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ExprChildrenTest {

  @Test
  void samples_allOfThem_holdEveryKindOfExpression() {
    Set<Class<?>> seen = new LinkedHashSet<>();
    ExprSamples.conditions().forEach(expr -> collect(expr, seen));

    assertThat(seen).containsExactlyInAnyOrder(Expr.class.getPermittedSubclasses());
  }

  @Test
  void samples_values_areOfEveryKind() {
    assertThat(ExprSamples.values().stream().map(Object::getClass))
        .containsExactlyInAnyOrder(Value.class.getPermittedSubclasses());
  }

  @Test
  void of_everyKind_holdsEveryExpressionInItsComponents() throws ReflectiveOperationException {
    for (Expr expr : ExprSamples.conditions()) {
      int held = 0;
      for (var component : expr.getClass().getRecordComponents()) {
        held += expressionsIn(component.getAccessor().invoke(expr));
      }
      assertThat(ExprChildren.of(expr)).as(expr.toString()).hasSize(held);
    }
  }

  @Test
  void anyMatch_nodeDeepBelow_isFound() {
    Expr deep = new Expr.Not(new Expr.And(new java.util.ArrayList<>(ExprSamples.conditions())));

    assertThat(ExprChildren.anyMatch(deep, new Expr.Granted("app.prod")::equals)).isTrue();
    assertThat(ExprChildren.anyMatch(deep, new Expr.Granted("app.other")::equals)).isFalse();
  }

  private static int expressionsIn(Object held) throws ReflectiveOperationException {
    if (held instanceof Expr) {
      return 1;
    }
    if (held instanceof Expr.QuantifiedSet set) {
      return 1 + (set.presence() == null ? 0 : 1);
    }
    int count = 0;
    if (held instanceof Iterable<?> elements) {
      for (Object element : elements) {
        count += expressionsIn(element);
      }
    }
    return count;
  }

  private static void collect(Expr expr, Set<Class<?>> seen) {
    seen.add(expr.getClass());
    ExprChildren.of(expr).forEach(child -> collect(child, seen));
  }
}
