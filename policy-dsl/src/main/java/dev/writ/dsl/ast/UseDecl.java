package dev.writ.dsl.ast;

import dev.writ.dsl.source.Span;

/**
 * {@code use a.b;} or {@code use a.b.Name;}, which brings names into a file.
 *
 * @param name a module, or a name in one
 * @param span where it stands
 */
public record UseDecl(QualifiedName name, Span span) {}
