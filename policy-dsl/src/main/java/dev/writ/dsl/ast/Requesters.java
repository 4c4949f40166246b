package dev.writ.dsl.ast;

import dev.writ.dsl.source.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code requested by TYPES when C with reason;} of a grant.
 *
 * @param types who may ask, at least one
 * @param when what must hold of the {@code requester}, or null
 * @param withReason whether a reason is needed
 * @param span where it stands
 */
public record Requesters(
    List<TypePattern> types, @Nullable Expression when, boolean withReason, Span span) {

  /**
   * Copies the lists and checks the parts.
   *
   * @throws IllegalArgumentException if there is no type
   */
  public Requesters {
    types = List.copyOf(types);
    if (types.isEmpty()) {
      throw new IllegalArgumentException("there is no type");
    }
  }
}
