package dev.writ.core.reference;

import dev.writ.core.decision.Truth;
import dev.writ.core.ir.Approval;
import dev.writ.core.ir.Case;
import dev.writ.core.ir.GrantTemplate;
import dev.writ.core.ir.Label;
import dev.writ.core.ir.Limit;
import dev.writ.core.ir.PolicySet;
import dev.writ.core.ir.Rule;
import dev.writ.core.ir.Scope;
import dev.writ.core.reference.ClauseReading.Kind;
import java.util.ArrayList;
import java.util.List;

/** Reads every rule and clause of a set whose head spans some view of a request. */
final class ClauseReadings {
  private final Asked asked;
  private final Judge judge;
  private final AuthorityFacts authority;
  private final List<ClauseReading> readings = new ArrayList<>();

  private ClauseReadings(World world, Asked asked) {
    this.asked = asked;
    this.judge = new Judge(world, Trace.NONE);
    this.authority = new RequestAuthority(world, asked, Suppositions.NONE);
  }

  static List<ClauseReading> of(World world, Asked asked) {
    ClauseReadings all = new ClauseReadings(world, asked);
    PolicySet policies = world.policies();
    policies.rules().forEach(all::rule);
    policies.scopes().forEach(all::scope);
    policies.limits().forEach(all::limit);
    policies.labels().forEach(all::label);
    policies.grants().forEach(all::grant);
    policies.approvals().forEach(all::approval);
    return List.copyOf(all.readings);
  }

  private void add(Kind kind, String id, Truth truth) {
    readings.add(new ClauseReading(kind, id, truth));
  }

  private void rule(Rule rule) {
    Kind kind = rule.effect() == Rule.RuleEffect.PERMIT ? Kind.PERMIT : Kind.FORBID;
    RuleReading.of(rule, asked, judge, authority)
        .views()
        .forEach(view -> add(kind, rule.id(), view.truth()));
  }

  /** A clause is read where its scope certainly applies. */
  private void scope(Scope scope) {
    for (int member = 0; member < asked.members().size(); member++) {
      if (Scopes.applies(scope, member, asked, judge, authority) == Truth.TRUE) {
        for (int clause = 0; clause < scope.clauses().size(); clause++) {
          may(scope, clause, member);
        }
      }
    }
  }

  private void may(Scope scope, int clause, int member) {
    Scope.MayClause may = scope.clauses().get(clause);
    Case text = asked.caseOf(may.cases(), member);
    if (text != null) {
      Truth truth =
          Scopes.isHeard(may, asked, member)
              ? judge.truth(scope.id(), text.condition(), asked.view(member), authority)
              : Truth.FALSE;
      add(Kind.MAY, scope.id() + " #" + (clause + 1), truth);
    }
  }

  private void limit(Limit limit) {
    LimitReading reading = LimitReading.of(limit, asked, judge, authority);
    if (reading.spans()) {
      add(Kind.LIMIT, limit.id(), reading.truth());
    }
  }

  private void label(Label label) {
    for (int member = 0; member < asked.members().size(); member++) {
      Case text = asked.caseOf(label.cases(), member);
      if (text != null) {
        add(
            Kind.LABEL,
            label.id(),
            judge.truth(label.id(), text.condition(), asked.view(member), authority));
      }
    }
  }

  private void grant(GrantTemplate template) {
    if (template.cases().isEmpty()) {
      add(Kind.GRANT, template.id(), authority.granted(template.id()));
    }
    for (int member = 0; member < asked.members().size(); member++) {
      if (asked.caseOf(template.cases(), member) != null) {
        boolean covers =
            authority.covering(member).stream()
                .anyMatch(held -> held.grant().template().equals(template.id()));
        add(Kind.GRANT, template.id(), Truth.of(covers));
      }
    }
  }

  private void approval(Approval approval) {
    boolean confirmation = approval.kind() == Approval.Kind.CONFIRMATION;
    if (approval.cases().stream().anyMatch(text -> asked.spans(text.slots(), 0))) {
      add(
          confirmation ? Kind.CONFIRMATION : Kind.APPROVAL,
          approval.id(),
          confirmation ? authority.confirmed(approval.id()) : authority.approved(approval.id()));
    }
  }
}
