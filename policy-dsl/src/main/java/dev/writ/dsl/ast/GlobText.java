package dev.writ.dsl.ast;

import dev.writ.dsl.source.Span;
import org.jspecify.annotations.Nullable;

/**
 * Characters that stand for themselves.
 *
 * @param text the characters, never empty
 * @param span where it stands
 */
public record GlobText(String text, Span span) implements GlobPart {

  /**
   * Checks the parts.
   *
   * @throws IllegalArgumentException if the text is empty
   */
  public GlobText {
    if (text.isEmpty()) {
      throw new IllegalArgumentException("the text is empty");
    }
  }

  @Override
  public <R extends @Nullable Object> R accept(GlobPartVisitor<R> visitor) {
    return visitor.visitText(this);
  }
}
