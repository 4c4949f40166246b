package dev.writ.dsl.ast;

import dev.writ.dsl.source.Span;
import java.util.List;

/**
 * Which requests a declaration is about: {@code ACTIONS by TYPES on TYPES}.
 *
 * @param actions the actions
 * @param principals the types after {@code by}; empty where it is left out
 * @param resources the types after {@code on}; empty where it is left out
 * @param span where it stands
 */
public record Head(
    ActionPattern actions, List<TypePattern> principals, List<TypePattern> resources, Span span) {

  /** Copies the lists. */
  public Head {
    principals = List.copyOf(principals);
    resources = List.copyOf(resources);
  }
}
