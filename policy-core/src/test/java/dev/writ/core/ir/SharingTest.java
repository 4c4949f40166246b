package dev.writ.core.ir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SharingTest {
  private static final Slot DEPLOY = PolicySetSamples.DEPLOY;
  private static final Slot BY_AGENT = PolicySetSamples.DEPLOY_BY_AGENT;

  private static Rule rule(String id, String word) {
    Expr condition = Expr.all(List.of(new Expr.HasDelegator(), ExprSamples.text(word)));
    Case text = new Case(PolicySetSamples.slots(BY_AGENT, DEPLOY), condition, List.of());
    return new Rule(id, "app", Rule.RuleEffect.PERMIT, false, List.of(text), null, List.of());
  }

  private static Expr conjunct(Rule rule, int position) {
    return ((Expr.And) rule.cases().get(0).condition()).operands().get(position);
  }

  @Test
  void rules_thatSayTheSame_areEqualAndShareIt() {
    List<Rule> rules = List.of(rule("app/a", "x"), rule("app/b", "y"), rule("app/c", "x"));

    List<Rule> shared = new Sharing().rules(rules);

    assertThat(shared).isEqualTo(rules);
    assertThat(conjunct(shared.get(1), 0)).isSameAs(conjunct(shared.get(0), 0));
    assertThat(conjunct(shared.get(2), 1)).isSameAs(conjunct(shared.get(0), 1));
    assertThat(conjunct(shared.get(1), 1)).isNotSameAs(conjunct(shared.get(0), 1));
    assertThat(shared.get(1).cases().get(0).slots()).isSameAs(shared.get(0).cases().get(0).slots());
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3})
  void rules_ofOneCase_haveItAsWritten(int conjuncts) {
    List<Expr> operands = Collections.nCopies(conjuncts, new Expr.HasDelegator());
    ObligationCall call = new ObligationCall("log", List.of());
    Case text = new Case(PolicySetSamples.slots(DEPLOY), new Expr.And(operands), List.of(call));
    Rule rule = new Rule("a", "", Rule.RuleEffect.FORBID, true, List.of(text), "so", List.of());

    Rule shared = new Sharing().rules(List.of(rule)).get(0);

    assertThat(shared).isEqualTo(rule).hasSameHashCodeAs(rule).hasToString(rule.toString());
    assertThat(shared.cases()).containsExactly(text);
    assertThatThrownBy(() -> shared.cases().get(1)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> shared.cases().clear())
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void slots_ofACase_areSortedAndFixed() {
    SortedSet<Slot> given = new TreeSet<>(List.of(DEPLOY, BY_AGENT));
    SortedSet<Slot> slots = new Case(given, Expr.yes(), List.of()).slots();
    given.clear();

    assertThat(slots).containsExactly(BY_AGENT, DEPLOY).contains(DEPLOY);
    assertThat(slots).isEqualTo(new TreeSet<>(List.of(DEPLOY, BY_AGENT)));
    assertThat(slots.contains(new Slot("other", "a", "b"))).isFalse();
    assertThat(slots.first()).isEqualTo(BY_AGENT);
    assertThat(slots.last()).isEqualTo(DEPLOY);
    assertThat(slots.headSet(DEPLOY)).containsExactly(BY_AGENT);
    assertThat(slots.tailSet(DEPLOY)).containsExactly(DEPLOY);
    assertThat(slots.subSet(BY_AGENT, DEPLOY)).containsExactly(BY_AGENT);
    Set<Slot> fixed = slots;
    assertThatThrownBy(fixed::clear).isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> SlotSet.of(new TreeSet<>()).first())
        .isInstanceOf(NoSuchElementException.class);
  }
}
