package dev.writ.dsl.ast;

import dev.writ.dsl.source.Span;
import org.jspecify.annotations.Nullable;

/**
 * A rule, scope, grant or limit that is expected to determine a decision.
 *
 * @param module its module, or null for the test's own
 * @param name its name
 * @param quoted whether the name stands in quotes
 * @param span where it stands
 */
public record RuleReference(
    @Nullable QualifiedName module, String name, boolean quoted, Span span) {}
