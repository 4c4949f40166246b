package dev.writ.dsl.ast;

import dev.writ.dsl.source.Span;

/**
 * A step of a remedy: {@code grant prod_deploy}.
 *
 * @param kind what it brings about
 * @param name its name
 * @param span where it stands
 */
public record RemedyStep(RemedyKind kind, QualifiedName name, Span span) {}
