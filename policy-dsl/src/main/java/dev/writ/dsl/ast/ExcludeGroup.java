package dev.writ.dsl.ast;

import dev.writ.dsl.source.Span;
import org.jspecify.annotations.Nullable;

/**
 * {@code excluding in team if C;}: everybody in a group.
 *
 * @param group the group
 * @param onlyIf the condition, or null
 * @param span where it stands
 */
public record ExcludeGroup(Place group, @Nullable Expression onlyIf, Span span)
    implements Exclusion {

  @Override
  public <R extends @Nullable Object> R accept(ExclusionVisitor<R> visitor) {
    return visitor.visitGroup(this);
  }
}
