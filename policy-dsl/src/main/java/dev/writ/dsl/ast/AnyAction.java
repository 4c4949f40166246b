package dev.writ.dsl.ast;

import dev.writ.dsl.source.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code any}, or {@code any except a, b}.
 *
 * @param except the actions and groups left out, possibly none
 * @param span where it stands
 */
public record AnyAction(List<QualifiedName> except, Span span) implements ActionPattern {

  /** Copies the lists. */
  public AnyAction {
    except = List.copyOf(except);
  }

  @Override
  public <R extends @Nullable Object> R accept(ActionPatternVisitor<R> visitor) {
    return visitor.visitAny(this);
  }
}
