package dev.writ.dsl.ast;

import dev.writ.dsl.source.Span;
import org.jspecify.annotations.Nullable;

/**
 * A value of an enum, with the spelling it has in data.
 *
 * @param name its name
 * @param spelling the spelling, or null where it is the name
 * @param span where it stands
 */
public record Enumerator(Identifier name, @Nullable QuotedText spelling, Span span) {}
