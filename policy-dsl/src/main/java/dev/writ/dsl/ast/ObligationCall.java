package dev.writ.dsl.ast;

import dev.writ.dsl.source.Span;
import java.util.List;

/**
 * An obligation with its arguments: {@code log("full")}.
 *
 * @param name the obligation kind
 * @param arguments the arguments, possibly none
 * @param span where it stands
 */
public record ObligationCall(QualifiedName name, List<Expression> arguments, Span span) {

  /** Copies the lists. */
  public ObligationCall {
    arguments = List.copyOf(arguments);
  }
}
