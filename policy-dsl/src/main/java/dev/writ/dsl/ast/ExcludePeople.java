package dev.writ.dsl.ast;

import dev.writ.dsl.source.Span;
import org.jspecify.annotations.Nullable;

/**
 * {@code excluding e if C;}: a person or a set of people.
 *
 * @param people the person or set
 * @param onlyIf the condition, or null
 * @param span where it stands
 */
public record ExcludePeople(Expression people, @Nullable Expression onlyIf, Span span)
    implements Exclusion {

  @Override
  public <R extends @Nullable Object> R accept(ExclusionVisitor<R> visitor) {
    return visitor.visitPeople(this);
  }
}
