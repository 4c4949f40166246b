package dev.writ.dsl.ast;

import dev.writ.dsl.source.Span;

/**
 * {@code recurring?}: an argument of a tool that no policy reads.
 *
 * @param argument the argument
 * @param optional whether it is marked as one that a call may leave out; a call may anyway
 * @param span where it stands
 */
public record IgnoredArgument(Identifier argument, boolean optional, Span span) {}
