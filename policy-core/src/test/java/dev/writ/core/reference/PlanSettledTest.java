package dev.writ.core.reference;

import static dev.writ.core.reference.Exprs.FALSE;
import static dev.writ.core.reference.Exprs.PRINCIPAL;
import static dev.writ.core.reference.Exprs.SESSION;
import static dev.writ.core.reference.Exprs.dot;
import static dev.writ.core.reference.Exprs.n;
import static org.assertj.core.api.Assertions.assertThat;

import dev.writ.core.authority.AuthoritySnapshot;
import dev.writ.core.authority.SessionRecord;
import dev.writ.core.ir.Limit;
import dev.writ.core.ir.PolicySet;
import dev.writ.core.ir.PolicySetHash;
import dev.writ.core.model.BoolValue;
import dev.writ.core.model.RecordValue;
import dev.writ.core.model.Request;
import dev.writ.core.plan.Program;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What one request settles is not said of another that errs where the first did not. */
final class PlanSettledTest {
  private static final Request READ =
      Request.of(Realm.ANN, "read", Realm.LEDGER).arg("env", "prod").arg("amount", 1);
  private static final long NOW = 1_000;

  /** An observed limit, of which a session tells whether it exempts, and nothing that it counts. */
  private static PolicySet set() {
    Limit.LimitCase text =
        new Limit.LimitCase(
            Rulebook.readBy("User"),
            FALSE,
            dot(SESSION, "mfa"),
            n(1),
            new Limit.Key.EntityKey(PRINCIPAL));
    Limit limit =
        new Limit(
            "seen", "", true, List.of(text), 5, new Limit.Window.Rolling(3_600_000), List.of());
    return new PolicySet(
        "",
        Realm.SCHEMA,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(limit),
        List.of(),
        List.of(),
        List.of());
  }

  private static GeneratedWorld world(PolicySet set, Request request) {
    SessionRecord session =
        new SessionRecord(
            "s",
            Realm.ANN,
            null,
            RecordValue.of(Map.of("mfa", BoolValue.FALSE)),
            new TreeSet<>(),
            0);
    AuthoritySnapshot state = AuthoritySnapshot.builder().put(session).build();
    return new GeneratedWorld(
        new Reference(set), Realm.INHABITANTS, state, request, NOW, Circumstances.Health.GOOD, 0);
  }

  @Test
  void decide_withoutASession_listsThatNobodyKnowsWhetherALimitExempts() {
    PolicySet set = set();
    Program program = Program.of(set, PolicySetHash.of(set));
    PlanComparison within = PlanComparison.of(world(set, READ.session("s")), program);
    PlanComparison without = PlanComparison.of(world(set, READ), program);
    assertThat(within.difference()).isNull();
    assertThat(without.difference()).isNull();
    assertThat(within.expected().verdict().errors()).isEmpty();
    assertThat(without.expected().verdict().errors()).hasSize(1);
  }
}
