package dev.writ.dsl.ast;

import dev.writ.dsl.source.Span;
import org.jspecify.annotations.Nullable;

/**
 * A type given by its name: a built-in type, an enum, an entity type or a record type.
 *
 * @param name the name
 * @param span where it stands
 */
public record NamedType(QualifiedName name, Span span) implements TypeExpr {

  @Override
  public <R extends @Nullable Object> R accept(TypeExprVisitor<R> visitor) {
    return visitor.visitNamed(this);
  }
}
