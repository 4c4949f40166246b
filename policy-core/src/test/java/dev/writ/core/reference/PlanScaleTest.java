package dev.writ.core.reference;

import static dev.writ.core.reference.Exprs.RESOURCE;
import static dev.writ.core.reference.Exprs.and;
import static dev.writ.core.reference.Exprs.arg;
import static dev.writ.core.reference.Exprs.c;
import static dev.writ.core.reference.Exprs.dot;
import static dev.writ.core.reference.Exprs.eq;
import static dev.writ.core.reference.Exprs.id;
import static dev.writ.core.reference.Exprs.s;
import static org.assertj.core.api.Assertions.assertThat;

import dev.writ.core.authority.AuthoritySnapshot;
import dev.writ.core.ir.Case;
import dev.writ.core.ir.Expr;
import dev.writ.core.ir.PolicySet;
import dev.writ.core.ir.PolicySetEdits;
import dev.writ.core.ir.PolicySetHash;
import dev.writ.core.ir.Rule;
import dev.writ.core.ir.Rule.RuleEffect;
import dev.writ.core.model.EntityId;
import dev.writ.core.model.Request;
import dev.writ.core.plan.Program;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Large sets of one shape are found by tables, and decided as the reference decides them. */
final class PlanScaleTest {
  private static final int RULES = 3_000;
  private static final int WORDS = 20;

  /** One permit for each pair of a word and a service. */
  static PolicySet set(int rules, Expr besides) {
    List<Rule> all = new ArrayList<>();
    for (int i = 0; i < rules; i++) {
      Expr condition = and(eq(arg("env"), s(word(i))), eq(RESOURCE, c(service(i))), besides);
      Case text = new Case(Rulebook.slots(List.of("read"), List.of("User")), condition, List.of());
      all.add(new Rule("p" + i, "", RuleEffect.PERMIT, false, List.of(text), null, List.of()));
    }
    return PolicySetEdits.withRules(PolicySetEdits.empty(Realm.SCHEMA), all);
  }

  private static String word(int rule) {
    return "word" + rule % WORDS;
  }

  private static EntityId service(int rule) {
    return id("Service", "s" + rule / WORDS);
  }

  private static GeneratedWorld world(PolicySet set, String word, EntityId service) {
    Request request = Request.of(Realm.ANN, "read", service).arg("env", word).arg("amount", 1);
    return new GeneratedWorld(
        new Reference(set),
        Realm.INHABITANTS,
        AuthoritySnapshot.EMPTY,
        request,
        0,
        Circumstances.Health.GOOD,
        0);
  }

  private static void agree(PolicySet set, Program program, int rule, EntityId service) {
    PlanComparison comparison = PlanComparison.of(world(set, word(rule), service), program);
    assertThat(comparison.decided()).isNotNull();
    assertThat(comparison.difference()).isNull();
  }

  @Test
  void permits_ofOnePair_areFoundByOneTable() {
    PolicySet set = set(RULES, Expr.yes());
    Program program = Program.of(set, PolicySetHash.of(set));
    assertThat(program.describe())
        .contains("read by User on Service: 3,000 rules; 2 attributes in 1 shape");
    agree(set, program, 17, service(17));
    agree(set, program, RULES - 1, service(RULES - 1));
    agree(set, program, 3, service(400));
    agree(set, program, 0, id("Service", "unheard-of"));
  }

  @Test
  void permits_thatCannotBeEvaluated_areAllListed() {
    PolicySet set = set(200, dot(RESOURCE, "frozen"));
    Program program = Program.of(set, PolicySetHash.of(set));
    agree(set, program, 17, service(17));
    PlanComparison comparison = PlanComparison.of(world(set, word(17), service(17)), program);
    assertThat(comparison.expected().verdict().errors()).hasSize(200);
    agree(set, program, 17, Realm.LEDGER);
  }
}
