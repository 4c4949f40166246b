package dev.writ.dsl.ast;

import dev.writ.dsl.source.Span;

/**
 * {@code let t = …} in a rule: a name for an expression in the rule's later lets and conditions.
 *
 * @param name the name
 * @param value what it stands for
 * @param span where it stands
 */
public record LocalLet(Identifier name, Expression value, Span span) {}
