package dev.writ.dsl.ast;

import dev.writ.dsl.source.Span;

/**
 * A literal reference to one entity: {@code Team::"sre"}.
 *
 * @param type the entity type
 * @param id the entity id, taken as it is
 * @param span where it stands
 */
public record EntityRef(QualifiedName type, QuotedText id, Span span) {}
