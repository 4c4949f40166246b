package dev.writ.core.ir;

import dev.writ.core.model.EntityId;
import java.util.List;
import java.util.stream.Collectors;

/** Entity patterns and actors as text. */
final class PatternText {

  private PatternText() {}

  static String of(EntityPattern pattern) {
    String types = String.join(" | ", pattern.types());
    if (pattern.id() != null) {
      types = pattern.id().toString();
    }
    return pattern.in().isEmpty() ? types : types + " in " + entities(pattern.in());
  }

  static String of(Actor actor) {
    return actor.when() == null
        ? of(actor.who())
        : of(actor.who()) + " when " + ExprText.of(actor.when());
  }

  private static String entities(List<EntityId> entities) {
    return entities.size() == 1
        ? entities.get(0).toString()
        : entities.stream().map(EntityId::toString).collect(Collectors.joining(", ", "[", "]"));
  }
}
