package dev.writ.dsl.ast;

import dev.writ.dsl.source.Span;
import org.jspecify.annotations.Nullable;

/**
 * What an approval is asked for: a request, or a grant for a request.
 *
 * @param grant the template, or null for the request itself
 * @param request the request
 * @param span where it stands
 */
public record Subject(@Nullable QualifiedName grant, Identifier request, Span span) {}
