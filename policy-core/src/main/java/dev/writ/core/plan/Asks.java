package dev.writ.core.plan;

import dev.writ.core.ir.Approval.Kind;
import dev.writ.core.ir.Expr;
import dev.writ.core.ir.ExprChildren;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What expressions ask of the state of authority and of the clock. Immutable.
 *
 * @param consents the approvals and confirmations that they ask for
 * @param grants the templates of which they ask for grants
 * @param clock whether they read the instant
 */
record Asks(List<Consent> consents, Set<String> grants, boolean clock) {
  Asks {
    consents = List.copyOf(consents);
    grants = Set.copyOf(grants);
  }

  /** An approval or confirmation that is asked for. */
  record Consent(Kind kind, String id) {}

  static Asks of(Stream<Expr> expressions) {
    Building building = new Building();
    expressions.forEach(building::add);
    return building.build();
  }

  /** Whether something is asked of approvals, confirmations or grants. */
  boolean asksConsent() {
    return !grants.isEmpty() || !consents.isEmpty();
  }

  /** Whether they ask for what this grant stands for. */
  boolean askFor(HeldGrant grant) {
    if (grants.contains(grant.code().id())) {
      return true;
    }
    for (Consent consent : consents) {
      if (grant.carries().contains(consent.id())) {
        return true;
      }
    }
    return false;
  }

  /** Collects what expressions ask. Mutable. */
  static final class Building {
    private final Set<Consent> consents = new LinkedHashSet<>();
    private final Set<String> grants = new LinkedHashSet<>();
    private boolean clock;

    void add(Expr expr) {
      if (expr instanceof Expr.Approved approved) {
        consents.add(new Consent(Kind.APPROVAL, approved.approval()));
      } else if (expr instanceof Expr.Confirmed confirmed) {
        consents.add(new Consent(Kind.CONFIRMATION, confirmed.confirmation()));
      } else if (expr instanceof Expr.Granted granted) {
        grants.add(granted.grant());
      } else {
        clock |= readsClock(expr);
      }
      for (Expr part : ExprChildren.of(expr)) {
        add(part);
      }
    }

    private static boolean readsClock(Expr expr) {
      return expr instanceof Expr.NowCompare
          || expr instanceof Expr.AgeCompare
          || expr instanceof Expr.HourCompare
          || expr instanceof Expr.WeekdayIn
          || expr instanceof Expr.TimeOfDayBetween;
    }

    Asks build() {
      return new Asks(new ArrayList<>(consents), grants, clock);
    }
  }
}
