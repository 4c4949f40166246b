package dev.writ.dsl.ast;

import dev.writ.dsl.source.Span;

/**
 * A text in double quotes that is a name, an id or a message, its escapes resolved.
 *
 * @param value the text, possibly empty
 * @param span where it stands
 */
public record QuotedText(String value, Span span) {}
