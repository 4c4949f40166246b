package dev.writ.dsl.ast;

import dev.writ.dsl.source.Span;
import org.jspecify.annotations.Nullable;

/**
 * A line of the manifest: {@code module a.b owned by "team" guards System::"s";}.
 *
 * @param module the module
 * @param owner who owns it, or null
 * @param guard the entity its rules stay inside, or null
 * @param span where it stands
 */
public record ModuleEntry(
    QualifiedName module, @Nullable QuotedText owner, @Nullable EntityRef guard, Span span) {}
