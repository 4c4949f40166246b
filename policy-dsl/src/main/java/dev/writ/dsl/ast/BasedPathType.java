package dev.writ.dsl.ast;

import dev.writ.dsl.source.Span;
import org.jspecify.annotations.Nullable;

/**
 * A path type whose values without leading slash are taken below a base: {@code Path under
 * "/srv/app"}.
 *
 * @param type the type before {@code under}
 * @param base the base
 * @param span where it stands
 */
public record BasedPathType(NamedType type, QuotedText base, Span span) implements TypeExpr {

  @Override
  public <R extends @Nullable Object> R accept(TypeExprVisitor<R> visitor) {
    return visitor.visitBasedPath(this);
  }
}
