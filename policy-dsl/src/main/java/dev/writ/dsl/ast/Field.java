package dev.writ.dsl.ast;

import dev.writ.dsl.source.Span;

/**
 * A field of an entity type, a record type, the session or an obligation.
 *
 * @param name the name
 * @param optional whether a question mark follows the name
 * @param secret whether {@code secret} precedes it
 * @param type the type
 * @param span where it stands
 */
public record Field(Identifier name, boolean optional, boolean secret, TypeExpr type, Span span) {}
