package dev.writ.core.slice;

import static dev.writ.core.slice.Cuts.permit;
import static dev.writ.core.slice.Cuts.scope;
import static dev.writ.core.slice.Cuts.slot;
import static dev.writ.core.slice.Cuts.slots;
import static dev.writ.core.slice.Cuts.when;
import static org.assertj.core.api.Assertions.assertThat;

import dev.writ.core.ir.Expr;
import dev.writ.core.ir.Label;
import dev.writ.core.ir.Limit;
import dev.writ.core.ir.Rule;
import dev.writ.core.ir.Scope;
import dev.writ.core.ir.Slot;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

final class SlicesTest {
  private static final Slot READ = slot("read", "User");
  private static final Slot EDIT = slot("edit", "User");
  private static final Slot BOT = slot("read", "Agent");

  private static Slice cut(Slot slot, Rule... rules) {
    return at(Slices.of(Cuts.set(List.of(rules), List.of(), List.of(), List.of())), slot);
  }

  private static Slice at(Slices slices, Slot slot) {
    return Objects.requireNonNull(slices.at(slot));
  }

  private static List<String> ids(Slice slice) {
    return slice.rules().stream().map(passage -> passage.declaration().id()).toList();
  }

  @Test
  void of_everySet_hasASliceForEachDeclaredSlot() {
    Slices slices = Slices.of(Cuts.set(List.of(), List.of(), List.of(), List.of()));
    assertThat(slices.all())
        .extracting(Slice::slot)
        .containsExactly(slot("edit", "Agent"), EDIT, BOT, READ);
    assertThat(slices.at(new Slot("read", "Doc", "Doc"))).isNull();
  }

  @Test
  void rules_byHead_standWhereTheySpeak() {
    Rule both = permit("both", when(Expr.yes(), READ, EDIT));
    Rule one = permit("one", when(Expr.no(), READ));
    assertThat(ids(cut(READ, one, both))).containsExactly("both", "one");
    assertThat(ids(cut(EDIT, one, both))).containsExactly("both");
    assertThat(ids(cut(BOT, one, both))).isEmpty();
  }

  @Test
  void rules_ofSeveralCases_speakByTheCaseOfTheSlot() {
    Rule rule = permit("p", when(Expr.yes(), READ), when(Expr.no(), BOT, READ));
    assertThat(cut(READ, rule).rules())
        .singleElement()
        .satisfies(passage -> assertThat(passage.text().condition()).isEqualTo(Expr.yes()));
    assertThat(cut(BOT, rule).rules())
        .singleElement()
        .satisfies(passage -> assertThat(passage.text().condition()).isEqualTo(Expr.no()));
  }

  @Test
  void scopes_byTheTypeOfWhoActs_standInAllItsSlices() {
    Scope bots =
        scope(
            "bots",
            "Agent",
            new Scope.MayClause(true, List.of(when(Expr.yes(), BOT))),
            new Scope.MayClause(false, List.of(when(Expr.no(), slot("edit", "Agent")))));
    Slices slices = Slices.of(Cuts.set(List.of(), List.of(bots), List.of(), List.of()));
    assertThat(at(slices, READ).scopes()).isEmpty();
    assertThat(at(slices, BOT).scopes())
        .singleElement()
        .satisfies(
            passage ->
                assertThat(passage.clauses())
                    .singleElement()
                    .satisfies(clause -> assertThat(clause.asDelegate()).isTrue()));
    assertThat(at(slices, slot("edit", "Agent")).scopes().get(0).clauses()).hasSize(1);
  }

  @Test
  void scopes_withoutAClauseInTheSlice_standThereAllTheSame() {
    Slices slices =
        Slices.of(Cuts.set(List.of(), List.of(scope("none", "Agent")), List.of(), List.of()));
    assertThat(at(slices, BOT).scopes())
        .singleElement()
        .satisfies(passage -> assertThat(passage.clauses()).isEmpty());
  }

  @Test
  void limitsAndLabels_byHead_standWhereTheySpeak() {
    Limit limit =
        new Limit(
            "l",
            "",
            false,
            List.of(
                new Limit.LimitCase(
                    slots(READ, BOT),
                    Expr.yes(),
                    Expr.no(),
                    Cuts.number(1),
                    new Limit.Key.EntityKey(Cuts.PRINCIPAL))),
            5,
            new Limit.Window.Rolling(1000),
            List.of());
    Label label = new Label("seen", "", List.of(when(Expr.yes(), BOT)), List.of());
    Slices slices = Slices.of(Cuts.set(List.of(), List.of(), List.of(limit), List.of(label)));
    assertThat(at(slices, READ).limits()).hasSize(1);
    assertThat(at(slices, READ).labels()).isEmpty();
    assertThat(at(slices, BOT).limits()).hasSize(1);
    assertThat(at(slices, BOT).labels()).hasSize(1);
    assertThat(at(slices, EDIT).limits()).isEmpty();
  }
}
