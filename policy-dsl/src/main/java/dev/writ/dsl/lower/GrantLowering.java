package dev.writ.dsl.lower;

import dev.writ.core.ir.Actor;
import dev.writ.core.ir.EntityPattern;
import dev.writ.core.ir.Expr;
import dev.writ.core.ir.GrantTemplate;
import dev.writ.dsl.ast.DurationLiteral;
import dev.writ.dsl.ast.GrantDecl;
import dev.writ.dsl.check.CheckedActor;
import dev.writ.dsl.check.CheckedGrant;
import dev.writ.dsl.check.CheckedPattern;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Lowers grant templates and those who act on them. */
final class GrantLowering {
  private final CaseLowering cases;

  GrantLowering(CaseLowering cases) {
    this.cases = cases;
  }

  GrantTemplate grant(CheckedGrant checked) {
    GrantDecl grant = checked.declared().declaration();
    DurationLiteral lasts = Objects.requireNonNull(grant.lastsAtMost(), "lasts at most");
    return new GrantTemplate(
        checked.declared().id(),
        checked.declared().module(),
        grant.emergency(),
        cases.cases(checked.cases()),
        actors(checked.requestedBy()),
        grant.requesters() != null && grant.requesters().withReason(),
        actors(checked.revocableBy()),
        checked.needs(),
        binding(checked.binding()),
        lasts.millis(),
        grant.usesAtMost() == null ? 0 : (int) grant.usesAtMost().value(),
        review(checked.review()),
        Annotations.of(grant.annotations()));
  }

  List<Actor> actors(List<CheckedActor> actors) {
    return actors.stream().map(this::actor).toList();
  }

  private Actor actor(CheckedActor actor) {
    Expr when = cases.lowerOrNull(actor.when(), new LocalNames());
    return new Actor(pattern(actor.who()), when);
  }

  static EntityPattern pattern(CheckedPattern pattern) {
    return new EntityPattern(new TreeSet<>(List.of(pattern.type())), pattern.id(), pattern.in());
  }

  private static GrantTemplate.@Nullable Binding binding(CheckedGrant.@Nullable Binding binding) {
    return binding == null
        ? null
        : new GrantTemplate.Binding(
            binding.all(), binding.resource(), binding.within(), binding.fields());
  }

  private GrantTemplate.@Nullable Review review(CheckedGrant.@Nullable Review review) {
    if (review == null) {
      return null;
    }
    QuorumLowering quorums = new QuorumLowering(cases, new LocalNames());
    return new GrantTemplate.Review(
        review.withinMillis(),
        quorums.quorum(review.quorum()),
        quorums.exclusions(review.exclusions()));
  }
}
