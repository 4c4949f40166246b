package dev.writ.dsl.check;

import dev.writ.core.model.EntityTypeDef;
import dev.writ.core.model.Type;
import dev.writ.dsl.ast.AnyOfType;
import dev.writ.dsl.ast.EntityDecl;
import dev.writ.dsl.ast.EntityRef;
import dev.writ.dsl.ast.Exactly;
import dev.writ.dsl.ast.Expression;
import dev.writ.dsl.ast.InPlace;
import dev.writ.dsl.ast.NotInPlace;
import dev.writ.dsl.ast.PlaceEntities;
import dev.writ.dsl.ast.Quorum;
import dev.writ.dsl.ast.QuorumClause;
import dev.writ.dsl.ast.QuorumClauseVisitor;
import dev.writ.dsl.ast.QuorumKind;
import dev.writ.dsl.ast.TypePattern;
import dev.writ.dsl.ast.TypePatternVisitor;
import dev.writ.dsl.ast.Votes;
import dev.writ.dsl.ast.VotesForEach;
import dev.writ.dsl.check.expression.ContextRoot;
import dev.writ.dsl.check.expression.LocalVariable;
import dev.writ.dsl.check.expression.PathExpressions;
import dev.writ.dsl.check.expression.Position;
import dev.writ.dsl.check.expression.Problems;
import dev.writ.dsl.source.DiagnosticCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Checks the clauses of an approval or review in one slot. */
final class QuorumChecker {
  private final SetContext context;
  private final FileScope scope;
  private final SlotExpressions expressions;
  private final Problems problems;

  QuorumChecker(SetContext context, SlotExpressions expressions) {
    this.context = context;
    this.scope = expressions.scope();
    this.expressions = expressions;
    this.problems = expressions.problems();
  }

  /** Returns the clauses that have no error. */
  CheckedQuorum check(Quorum quorum) {
    List<CheckedQuorum.Votes> clauses = new ArrayList<>();
    for (QuorumClause clause : quorum.clauses()) {
      clause.accept(new Clause()).ifPresent(clauses::add);
    }
    return new CheckedQuorum(quorum.kind() != QuorumKind.ANY, clauses);
  }

  private final class Clause implements QuorumClauseVisitor<Optional<CheckedQuorum.Votes>> {
    @Override
    public Optional<CheckedQuorum.Votes> visitVotes(Votes node) {
      return votes(node, expressions, null);
    }

    @Override
    public Optional<CheckedQuorum.Votes> visitVotesForEach(VotesForEach node) {
      CheckedExpression set = expressions.value(PathExpressions.of(node.over()), null);
      if (set == null) {
        return Optional.empty();
      }
      if (!(set.type() instanceof Type.SetType type)
          || !(type.element() instanceof Type.EntityType)) {
        problems.error(
            DiagnosticCode.NOT_A_SET_OF_ENTITIES,
            node.over().span(),
            "`" + node.over().text() + "` is of type `" + set.type() + "`, not a set of entities",
            null);
        return Optional.empty();
      }
      LocalVariable variable = new LocalVariable(node.variable().text(), type.element());
      return votes(
          node.votes(), expressions.withLocal(variable), new CheckedQuorum.ForEach(variable, set));
    }
  }

  private Optional<CheckedQuorum.Votes> votes(
      Votes node, SlotExpressions inside, CheckedQuorum.@Nullable ForEach forEach) {
    SortedSet<String> types = types(node.voters());
    if (types == null) {
      return Optional.empty();
    }
    int before = expressions.errors();
    CheckedQuorum.Membership membership = membership(node.voters(), types, inside);
    CheckedExpression when =
        node.when() == null
            ? null
            : inside
                .withRoot(ContextRoot.APPROVER, Type.EntityType.of(types))
                .condition(node.when(), Position.NEUTRAL);
    int count = Bounds.toInt(node.count(), problems);
    int vetoAt = node.vetoAt() == null ? 0 : Bounds.toInt(node.vetoAt(), problems);
    return expressions.errors() > before
        ? Optional.empty()
        : Optional.of(new CheckedQuorum.Votes(count, types, membership, when, vetoAt, forEach));
  }

  private @Nullable SortedSet<String> types(List<TypePattern> voters) {
    SortedSet<String> types = new TreeSet<>();
    for (TypePattern voter : voters) {
      Declared<EntityDecl> type =
          context
              .names()
              .reportingTo(problems::add)
              .resolve(Patterns.typeOf(voter), scope, DeclarationKind.ENTITY, EntityDecl.class);
      EntityTypeDef def = type == null ? null : context.schema().entityType(type.id());
      if (def == null) {
        return null;
      }
      if (!def.human()) {
        problems.error(
            DiagnosticCode.VOTER_NOT_HUMAN,
            Patterns.typeOf(voter).span(),
            "only people vote, and `" + Patterns.typeOf(voter).text() + "` is not a human type",
            "name a `human entity` type");
        return null;
      }
      types.add(def.name());
    }
    return types;
  }

  private CheckedQuorum.@Nullable Membership membership(
      List<TypePattern> voters, SortedSet<String> types, SlotExpressions inside) {
    Belonging first = belonging(voters);
    if (first == null || first.place() == null) {
      return null;
    }
    CheckedExpression group = inside.group(first.place(), Type.EntityType.of(types));
    return group == null ? null : new CheckedQuorum.Membership(first.in(), group);
  }

  private @Nullable Belonging belonging(List<TypePattern> voters) {
    if (voters.stream().allMatch(Exactly.class::isInstance)) {
      List<EntityRef> people =
          voters.stream().map(Exactly.class::cast).map(Exactly::entity).toList();
      return new Belonging(true, Patterns.place(new PlaceEntities(people, voters.get(0).span())));
    }
    Belonging first = voters.get(0).accept(new BelongingOf());
    for (TypePattern voter : voters) {
      if (!voter.accept(new BelongingOf()).equals(first)) {
        problems.error(
            DiagnosticCode.MIXED_VOTERS,
            voter.span(),
            "all voters of a clause belong to the same place",
            "write one clause for each, joined by `any of`");
        return null;
      }
    }
    return first;
  }

  /**
   * Where a voter belongs.
   *
   * @param in whether inside or outside
   * @param place the place, or null for anywhere
   */
  private record Belonging(boolean in, @Nullable Expression place) {}

  private static final class BelongingOf implements TypePatternVisitor<Belonging> {
    @Override
    public Belonging visitAnyOfType(AnyOfType node) {
      return new Belonging(true, null);
    }

    @Override
    public Belonging visitInPlace(InPlace node) {
      return new Belonging(true, Patterns.place(node.place()));
    }

    @Override
    public Belonging visitNotInPlace(NotInPlace node) {
      return new Belonging(false, Patterns.place(node.place()));
    }

    @Override
    public Belonging visitExactly(Exactly node) {
      return new Belonging(
          true, Patterns.place(new PlaceEntities(List.of(node.entity()), node.span())));
    }
  }
}
