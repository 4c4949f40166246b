package dev.writ.core.ir;

import java.lang.reflect.RecordComponent;
import java.util.Set;

/**
 * The record components that may be null. Their annotation cannot be asked, since its class is not
 * there at run time; a test compares this list with it.
 */
final class NullableComponents {

  private static final Set<String> NAMES =
      Set.of(
          "Actor.when",
          "Binding.within",
          "Clause.forEach",
          "Clause.membership",
          "Clause.when",
          "EntityPattern.id",
          "EntityTypeDef.closedIds",
          "EntityTypeDef.person",
          "GrantTemplate.binds",
          "GrantTemplate.review",
          "Module.guard",
          "Module.owner",
          "PathType.base",
          "QuantifiedSet.presence",
          "Rule.because",
          "Schema.session",
          "Scope.guard",
          "ToolBinding.digest",
          "ToolBinding.server");

  private NullableComponents() {}

  static boolean contains(RecordComponent component) {
    return NAMES.contains(
        component.getDeclaringRecord().getSimpleName() + "." + component.getName());
  }
}
