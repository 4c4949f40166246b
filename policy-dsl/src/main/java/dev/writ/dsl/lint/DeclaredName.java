package dev.writ.dsl.lint;

import dev.writ.dsl.source.Span;

/**
 * The name of a declaration.
 *
 * @param text the name as written
 * @param span where it stands
 * @param quoted whether it stands in quotes
 */
record DeclaredName(String text, Span span, boolean quoted) {

  /** Returns the id of what a module declares by this name. */
  String idIn(String module) {
    return module.isEmpty() ? text : module + (quoted ? "/" : ".") + text;
  }
}
