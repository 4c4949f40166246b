package dev.writ.dsl.check;

import dev.writ.core.model.EntityTypeDef;
import dev.writ.core.model.Schema;
import dev.writ.core.model.Type;
import dev.writ.dsl.ast.ExcludeGroup;
import dev.writ.dsl.ast.ExcludePeople;
import dev.writ.dsl.ast.Exclusion;
import dev.writ.dsl.ast.ExclusionVisitor;
import dev.writ.dsl.ast.Expression;
import dev.writ.dsl.ast.ListLiteral;
import dev.writ.dsl.check.expression.Position;
import dev.writ.dsl.check.expression.Problems;
import dev.writ.dsl.source.DiagnosticCode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Checks who may not vote, in one slot. */
final class ExclusionChecker implements ExclusionVisitor<List<CheckedExclusion>> {
  private final Schema schema;
  private final SlotExpressions expressions;
  private final Problems problems;

  ExclusionChecker(Schema schema, SlotExpressions expressions) {
    this.schema = schema;
    this.expressions = expressions;
    this.problems = expressions.problems();
  }

  /** Returns the exclusions that have no error and can matter in this slot. */
  List<CheckedExclusion> check(List<Exclusion> exclusions) {
    List<CheckedExclusion> checked = new ArrayList<>();
    exclusions.forEach(exclusion -> checked.addAll(exclusion.accept(this)));
    return checked;
  }

  @Override
  public List<CheckedExclusion> visitPeople(ExcludePeople node) {
    return checked(node.people(), false, node.onlyIf());
  }

  @Override
  public List<CheckedExclusion> visitGroup(ExcludeGroup node) {
    Expression place = Patterns.place(node.group());
    List<Expression> groups = place instanceof ListLiteral list ? list.elements() : List.of(place);
    List<CheckedExclusion> checked = new ArrayList<>();
    groups.forEach(group -> checked.addAll(checked(group, true, node.onlyIf())));
    return checked;
  }

  private List<CheckedExclusion> checked(
      Expression who, boolean members, @Nullable Expression onlyIf) {
    SlotExpressions inside = expressions;
    CheckedExpression condition = null;
    if (onlyIf != null) {
      condition = expressions.condition(onlyIf, Position.NEUTRAL);
      if (condition == null) {
        return List.of();
      }
      inside = expressions.assuming(condition);
      if (!inside.isReachable()) {
        return List.of();
      }
    }
    CheckedExpression people = inside.value(who, null);
    if (people == null || !fits(people, members)) {
      return List.of();
    }
    return List.of(new CheckedExclusion(people, members, condition));
  }

  private boolean fits(CheckedExpression people, boolean members) {
    Type type = people.type();
    Type element = type instanceof Type.SetType set ? set.element() : type;
    if (!(element instanceof Type.EntityType entity)) {
      report(people, "this is of type `" + type + "`, not a person or a set of people", null);
      return false;
    }
    if (!members && !entity.types().stream().allMatch(this::isHuman)) {
      report(
          people,
          "`" + element + "` are not all people",
          "write `excluding in …` to exclude the members of a group, or narrow with `if … is`");
      return false;
    }
    return true;
  }

  private boolean isHuman(String type) {
    EntityTypeDef def = schema.entityType(type);
    return def != null && def.human();
  }

  private void report(CheckedExpression people, String message, @Nullable String help) {
    problems.error(DiagnosticCode.EXCLUSION_NOT_PEOPLE, people.expression().span(), message, help);
  }
}
