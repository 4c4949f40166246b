package dev.writ.core.slice;

import dev.writ.core.ir.Actor;
import dev.writ.core.ir.Approval;
import dev.writ.core.ir.Case;
import dev.writ.core.ir.Expr;
import dev.writ.core.ir.Expr.Root;
import dev.writ.core.ir.GrantTemplate;
import dev.writ.core.ir.Limit;
import dev.writ.core.ir.PolicySet;
import dev.writ.core.ir.Quorum;
import dev.writ.core.ir.Slot;
import dev.writ.core.model.EntityTypeDef;
import java.util.List;
import java.util.Objects;

/**
 * What of the entities a decision of one slot can read, whatever the entities and the state of
 * authority are: from rules, scopes, limits, labels, grants and approvals, from who may ask for
 * them and vote, and from suspensions of groups.
 *
 * <p>{@code principal}, {@code delegator} and {@code origin} are those of the member that is
 * judged: a chain reads the paths of each member's slot. {@code requester} is who asks, or asked,
 * for an approval or a grant, {@code approver} who voted. An entity that stands nowhere here is not
 * read, with one exception: where people go by several entities, members of an excluded group are
 * looked for among all of them ({@link #readsEverybody}).
 */
public final class EntityPaths {
  private static final List<Root> PEOPLE =
      List.of(Root.PRINCIPAL, Root.DELEGATOR, Root.ORIGIN, Root.REQUESTER, Root.APPROVER);

  private final PolicySet policies;
  private final PathTree tree = new PathTree();
  private final PathWalk walk = new PathWalk(tree);

  private EntityPaths(PolicySet policies) {
    this.policies = policies;
  }

  /**
   * Every path of this slot, sorted by its place.
   *
   * @param slice the slice of the slot, of the same set
   */
  public static List<EntityPath> of(PolicySet policies, Slice slice) {
    EntityPaths paths = new EntityPaths(policies);
    paths.always();
    paths.slice(slice);
    policies.approvals().forEach(approval -> paths.approval(approval, slice.slot()));
    policies.grants().forEach(paths::commands);
    return paths.tree.paths();
  }

  /**
   * Whether the set asks of a voter's other entities, known by the person, what they are in. Which
   * those are only a store of all entities can tell.
   */
  public static boolean readsEverybody(PolicySet policies) {
    return policies.schema().entityTypes().values().stream().anyMatch(t -> t.person() != null)
        && (policies.approvals().stream()
                .flatMap(approval -> approval.cases().stream())
                .flatMap(text -> text.exclusions().stream())
                .anyMatch(Approval.Exclusion::members)
            || policies.grants().stream()
                .map(GrantTemplate::review)
                .filter(Objects::nonNull)
                .flatMap(review -> review.exclusions().stream())
                .anyMatch(Approval.Exclusion::members));
  }

  private static Expr var(Root root) {
    return new Expr.Var(root);
  }

  /** Groups of members may be suspended; people are compared by what identifies them. */
  private void always() {
    for (Root root : PEOPLE) {
      walk.asked(var(root));
      identify(tree.from(var(root)));
    }
  }

  private void identify(PathTree.Step person) {
    for (EntityTypeDef type : policies.schema().entityTypes().values()) {
      if (type.person() != null) {
        person.field(type.person());
      }
    }
  }

  private void slice(Slice slice) {
    slice.rules().forEach(passage -> text(passage.text()));
    slice.labels().forEach(passage -> text(passage.text()));
    slice.grants().forEach(passage -> grant(passage.declaration(), passage.text()));
    slice.limits().forEach(passage -> limit(passage.text()));
    for (ScopePassage scope : slice.scopes()) {
      scope.clauses().forEach(clause -> text(clause.text()));
      if (scope.scope().guard() != null) {
        walk.asked(var(Root.RESOURCE));
      }
    }
  }

  private void text(Case text) {
    walk.read(text.condition());
    text.obligations().forEach(call -> call.arguments().forEach(walk::read));
  }

  /** What a grant was bound to lie within is read though its template names nothing now. */
  private void grant(GrantTemplate template, Case text) {
    text(text);
    if (template.binds() != null) {
      walk.asked(var(Root.RESOURCE));
    }
  }

  private void limit(Limit.LimitCase text) {
    walk.read(text.counts());
    walk.read(text.exempt());
    walk.read(text.amount());
    if (text.key() instanceof Limit.Key.EntityKey key) {
      walk.read(key.entity());
    }
  }

  private void approval(Approval approval, Slot slot) {
    for (Approval.ApprovalCase text : approval.cases()) {
      if (text.slots().contains(slot)) {
        walk.read(text.condition());
        electorate(text.quorum(), text.exclusions());
      }
    }
  }

  /** Who may ask for a grant, and who reviews it. */
  private void commands(GrantTemplate template) {
    template.requestedBy().forEach(this::actor);
    template.revocableBy().forEach(this::actor);
    if (template.review() != null) {
      electorate(template.review().quorum(), template.review().exclusions());
    }
  }

  private void actor(Actor actor) {
    if (actor.when() != null) {
      walk.read(actor.when());
    }
  }

  private void electorate(Quorum quorum, List<Approval.Exclusion> exclusions) {
    quorum.clauses().forEach(this::clause);
    for (Approval.Exclusion exclusion : exclusions) {
      walk.read(exclusion.condition());
      List<PathTree.Step> who = walk.read(exclusion.who());
      if (!exclusion.members()) {
        who.forEach(this::identify);
      }
    }
  }

  private void clause(Quorum.Clause clause) {
    Quorum.ForEach each = clause.forEach();
    PathWalk inner = each == null ? walk : walk.with(each.local(), walk.read(each.set()));
    if (clause.membership() != null) {
      clause.membership().groups().forEach(inner::read);
    }
    if (clause.when() != null) {
      inner.read(clause.when());
    }
  }
}
