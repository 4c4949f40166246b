package dev.writ.dsl.ast;

import dev.writ.dsl.source.Span;

/**
 * {@code permits HEAD when C;} of a grant.
 *
 * @param head the requests it is about
 * @param condition when it holds
 * @param span where it stands
 */
public record Permits(Head head, Condition condition, Span span) {}
