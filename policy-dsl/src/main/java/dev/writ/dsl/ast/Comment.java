package dev.writ.dsl.ast;

import dev.writ.dsl.source.Span;

/**
 * A comment: {@code // text} up to the end of its line.
 *
 * @param text the comment with its slashes, trailing white space removed
 * @param span where it stands
 */
public record Comment(String text, Span span) {}
