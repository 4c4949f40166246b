package dev.writ.dsl.ast;

import dev.writ.dsl.source.Span;

/**
 * An entry of a record or map literal.
 *
 * @param key the key
 * @param value the value
 * @param span where it stands
 */
public record RecordEntry(Identifier key, Expression value, Span span) {}
