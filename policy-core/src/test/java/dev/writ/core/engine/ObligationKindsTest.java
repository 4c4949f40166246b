package dev.writ.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.writ.core.ir.Expr;
import dev.writ.core.ir.PolicySet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ObligationKindsTest {

  private static final ObligationHandler ONE = (obligation, request, decision) -> {};
  private static final ObligationHandler TWO = (obligation, request, decision) -> {};

  private static SetBuilder set() {
    return new SetBuilder()
        .entity("Team")
        .human("User")
        .entity("Doc")
        .action("read", "User", "Doc")
        .obligation("log")
        .obligation("a.mask")
        .obligation("b.mask")
        .obligation("a.stamp");
  }

  private static ObligationKinds kinds(Map<String, ObligationHandler> handlers, String... callers) {
    return new ObligationKinds(handlers, Set.of(callers));
  }

  @Test
  void problems_kindThatNobodyCarriesOut_isTold() {
    PolicySet policies = set().permit("p", "read", Expr.yes(), "log", "a.mask").build();

    assertThat(kinds(Map.of("log", ONE)).problems(policies))
        .containsExactly(
            "nobody carries out the obligation `a.mask`: give the engine a handler, or declare"
                + " that the caller supports it");
    assertThat(kinds(Map.of("log", ONE), "a.mask").problems(policies)).isEmpty();
    assertThat(kinds(Map.of(), "log", "a.mask").problems(policies)).isEmpty();
  }

  @Test
  void problems_kindThatIsOnlyDeclared_isNone() {
    assertThat(kinds(Map.of()).problems(set().build())).isEmpty();
  }

  @Test
  void problems_handlerOfAnUndeclaredKind_isNone() {
    assertThat(kinds(Map.of("page", ONE), "fax").problems(set().build())).isEmpty();
  }

  @Test
  void problems_shortNameOfSeveral_isTold() {
    assertThat(kinds(Map.of("mask", ONE)).problems(set().build()))
        .containsExactly("the obligation `mask` means several: a.mask, b.mask");
  }

  @Test
  void handlersIn_shortName_isTheOneKindThatEndsSo() {
    assertThat(kinds(Map.of("stamp", ONE)).handlersIn(set().build()))
        .isEqualTo(Map.of("a.stamp", ONE));
  }

  @Test
  void handlersIn_qualifiedName_winsOverAShortOne() {
    assertThat(kinds(Map.of("stamp", ONE, "a.stamp", TWO)).handlersIn(set().build()))
        .isEqualTo(Map.of("a.stamp", TWO));
  }
}
