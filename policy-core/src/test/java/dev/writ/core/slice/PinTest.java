package dev.writ.core.slice;

import static dev.writ.core.slice.Cuts.ENV;
import static dev.writ.core.slice.Cuts.PRINCIPAL;
import static dev.writ.core.slice.Cuts.RESOURCE;
import static dev.writ.core.slice.Cuts.constant;
import static dev.writ.core.slice.Cuts.entity;
import static dev.writ.core.slice.Cuts.is;
import static dev.writ.core.slice.Cuts.number;
import static dev.writ.core.slice.Cuts.permit;
import static dev.writ.core.slice.Cuts.slot;
import static dev.writ.core.slice.Cuts.text;
import static dev.writ.core.slice.Cuts.when;
import static org.assertj.core.api.Assertions.assertThat;

import dev.writ.core.ir.Expr;
import dev.writ.core.ir.PolicySet;
import dev.writ.core.model.BoolValue;
import dev.writ.core.model.EntityId;
import dev.writ.core.model.SetValue;
import dev.writ.core.model.Value;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class PinTest {
  private static final Expr FROZEN = new Expr.Member(RESOURCE, "frozen");

  private static void pins(Expr condition, Expr attribute, Value... values) {
    assertThat(Pin.of(condition)).isEqualTo(new Pin(attribute, Set.of(values)));
  }

  private static void pinsNothing(Expr condition) {
    assertThat(Pin.of(condition)).isNull();
  }

  @Test
  void of_equalityWithAConstant_fixesTheAttribute() {
    pins(is(ENV, constant("a")), ENV, text("a"));
    pins(is(constant("a"), ENV), ENV, text("a"));
    pins(is(PRINCIPAL, entity("User", "ann")), PRINCIPAL, EntityId.of("User", "ann"));
    Expr host = new Expr.PartOf(Expr.Part.URL_HOST, ENV);
    pins(is(host, constant("h")), host, text("h"));
  }

  @Test
  void of_oneOfSome_fixesItToAnyOfThem() {
    pins(new Expr.InList(ENV, List.of(constant("a"), constant("b"))), ENV, text("a"), text("b"));
    Expr set = new Expr.Const(SetValue.of(List.of(text("a"), text("b"))));
    pins(new Expr.Contains(set, ENV), ENV, text("b"), text("a"));
  }

  @Test
  void of_aFlag_fixesItToTrueOrFalse() {
    pins(FROZEN, FROZEN, BoolValue.TRUE);
    pins(new Expr.Not(FROZEN), FROZEN, BoolValue.FALSE);
  }

  @Test
  void of_anythingElse_isNoPin() {
    pinsNothing(new Expr.Compare(Expr.Comparison.NE, ENV, constant("a")));
    pinsNothing(new Expr.Compare(Expr.Comparison.LT, ENV, number(1)));
    pinsNothing(is(ENV, new Expr.Member(RESOURCE, "env")));
    pinsNothing(is(constant("a"), constant("a")));
    pinsNothing(is(new Expr.Local("x"), constant("a")));
    pinsNothing(is(new Expr.Member(new Expr.Local("x"), "y"), constant("a")));
    pinsNothing(is(new Expr.Size(ENV), number(1)));
    pinsNothing(new Expr.InList(ENV, List.of()));
    pinsNothing(new Expr.InList(ENV, List.of(constant("a"), ENV)));
    pinsNothing(new Expr.Not(is(ENV, constant("a"))));
    pinsNothing(new Expr.Contains(ENV, constant("a")));
    pinsNothing(Expr.yes());
  }

  @Test
  void conjuncts_ofNestedConjunctions_areFlatAndInOrder() {
    Expr a = is(ENV, constant("a"));
    Expr b = is(ENV, constant("b"));
    Expr nested = new Expr.And(List.of(a, new Expr.And(List.of(b, FROZEN)), Expr.yes()));
    assertThat(Attributes.conjuncts(nested)).containsExactly(a, b, FROZEN, Expr.yes());
    assertThat(Attributes.conjuncts(a)).containsExactly(a);
    assertThat(Attributes.conjuncts(new Expr.And(List.of()))).isEmpty();
    assertThat(Attributes.conjuncts(new Expr.Or(List.of(a, b)))).hasSize(1);
  }

  @Test
  void constants_ofASlice_areAllThatAttributesAreComparedWith() {
    Expr condition =
        new Expr.Or(
            List.of(
                is(ENV, constant("a")),
                new Expr.Not(new Expr.Compare(Expr.Comparison.NE, constant("b"), ENV)),
                new Expr.Between(new Expr.Member(RESOURCE, "n"), number(1), number(9)),
                new Expr.Contains(
                    new Expr.Const(SetValue.of(List.of(text("c"), text("d")))), ENV)));
    PolicySet set =
        Cuts.set(
            List.of(permit("p", when(condition, slot("read", "User")))),
            List.of(),
            List.of(),
            List.of());
    Slices slices = Slices.of(set);
    Constants constants = Constants.of(Objects.requireNonNull(slices.at(slot("read", "User"))));
    assertThat(constants.attributes()).containsExactly(ENV, new Expr.Member(RESOURCE, "n"));
    assertThat(constants.of(ENV)).containsExactly(text("a"), text("b"), text("c"), text("d"));
    assertThat(constants.of(RESOURCE)).isEmpty();
    Constants none = Constants.of(Objects.requireNonNull(slices.at(slot("edit", "User"))));
    assertThat(none.attributes()).isEmpty();
  }
}
