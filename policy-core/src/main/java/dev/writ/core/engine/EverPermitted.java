package dev.writ.core.engine;

import dev.writ.core.ir.Case;
import dev.writ.core.ir.EntityPattern;
import dev.writ.core.ir.GrantTemplate;
import dev.writ.core.ir.PolicySet;
import dev.writ.core.ir.Rule;
import dev.writ.core.ir.Scope;
import dev.writ.core.ir.Slot;
import dev.writ.core.model.ActionDef;
import dev.writ.core.model.EntityAnswer;
import dev.writ.core.model.EntityId;
import dev.writ.core.model.EntityStore;
import dev.writ.core.model.EntityTypeDef;
import dev.writ.core.model.InvalidValueException;
import dev.writ.core.model.Schema;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Whether a principal could be permitted an action at all: the steps of a decision gone through
 * with everything but principal, policy set and entities left open. Where a step cannot tell, it
 * goes on, so that false is certain and true is not.
 */
final class EverPermitted {

  private final PolicySet policies;
  private final EntityStore entities;

  EverPermitted(PolicySet policies, EntityStore entities) {
    this.policies = policies;
    this.entities = entities;
  }

  boolean test(EntityId principal, String action) {
    Schema schema = policies.schema();
    try {
      ActionDef def = schema.actionNamed(action, "action");
      EntityTypeDef type = schema.entityTypeNamed(principal.type(), "principal");
      EntityId known = new EntityId(type.name(), principal.id());
      if (!def.principalTypes().contains(type.name())
          || (!type.inline() && !entities.isKnown(known))) {
        return false;
      }
      return def.resourceTypes().stream()
          .map(resource -> new Slot(def.name(), type.name(), resource))
          .anyMatch(slot -> couldPass(slot, known, type));
    } catch (InvalidValueException e) {
      return false; // every such request is invalid
    }
  }

  private boolean couldPass(Slot slot, EntityId principal, EntityTypeDef type) {
    Chances chances = new Chances(principal, entities);
    boolean forbidden =
        rules(Rule.RuleEffect.FORBID)
            .flatMap(rule -> cases(rule.cases(), slot))
            .anyMatch(each -> !chances.of(each.condition()).mayBeFalse());
    if (forbidden) {
      return false;
    }
    List<Scope> possible = policies.scopes().stream().filter(s -> mayApply(s, principal)).toList();
    boolean bounded =
        possible.stream()
            .filter(scope -> scope.guard() == null)
            .filter(s -> mustApply(s, principal))
            .allMatch(scope -> lets(scope, slot, chances, false));
    boolean needed =
        type.human() || possible.stream().anyMatch(scope -> lets(scope, slot, chances, false));
    return bounded && needed && couldBePermitted(slot, chances, possible);
  }

  private boolean couldBePermitted(Slot slot, Chances chances, List<Scope> scopes) {
    Stream<List<Case>> permits = rules(Rule.RuleEffect.PERMIT).map(Rule::cases);
    Stream<List<Case>> grants = policies.grants().stream().map(GrantTemplate::cases);
    return Stream.concat(permits, grants)
            .flatMap(cases -> cases(cases, slot))
            .anyMatch(each -> chances.of(each.condition()).mayBeTrue())
        || scopes.stream().anyMatch(scope -> lets(scope, slot, chances, true));
  }

  private Stream<Rule> rules(Rule.RuleEffect effect) {
    return policies.rules().stream().filter(rule -> !rule.observed() && rule.effect() == effect);
  }

  private static Stream<Case> cases(List<Case> cases, Slot slot) {
    return cases.stream().filter(each -> each.slots().contains(slot));
  }

  /** Whether a clause of the scope could let the slot through. */
  private static boolean lets(Scope scope, Slot slot, Chances chances, boolean asDelegate) {
    return scope.clauses().stream()
        .filter(clause -> !asDelegate || clause.asDelegate())
        .flatMap(clause -> cases(clause.cases(), slot))
        .anyMatch(each -> chances.of(each.condition()).mayBeTrue());
  }

  private boolean mayApply(Scope scope, EntityId principal) {
    return scope.subjects().stream().anyMatch(subject -> matches(subject, principal, true));
  }

  private boolean mustApply(Scope scope, EntityId principal) {
    return scope.subjects().stream().anyMatch(subject -> matches(subject, principal, false));
  }

  /** Whether the pattern takes the principal; where its groups cannot be told, what is assumed. */
  private boolean matches(EntityPattern pattern, EntityId principal, boolean assumed) {
    if (!pattern.types().contains(principal.type())
        || !Objects.requireNonNullElse(pattern.id(), principal).equals(principal)) {
      return false;
    }
    if (pattern.in().isEmpty()) {
      return true;
    }
    EntityAnswer<Set<EntityId>> groups = entities.ancestors(principal);
    return groups.fold(
        known -> pattern.in().stream().anyMatch(known::contains), problem -> assumed);
  }
}
