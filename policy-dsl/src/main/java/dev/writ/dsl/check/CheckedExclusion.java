package dev.writ.dsl.check;

import org.jspecify.annotations.Nullable;

/**
 * People whose votes do not count.
 *
 * @param who a person, a set of people, or the group whose members are meant
 * @param members whether it is a group
 * @param onlyIf the condition under which they are excluded, or null
 */
public record CheckedExclusion(
    CheckedExpression who, boolean members, @Nullable CheckedExpression onlyIf) {}
