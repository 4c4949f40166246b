package dev.writ.dsl.ast;

import dev.writ.dsl.source.Span;

/**
 * {@code module a.b;}, the qualifier of what a file declares.
 *
 * @param name the module
 * @param span where it stands
 */
public record ModuleHeader(QualifiedName name, Span span) {}
