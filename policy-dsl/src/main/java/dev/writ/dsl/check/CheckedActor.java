package dev.writ.dsl.check;

import org.jspecify.annotations.Nullable;

/**
 * Who may give a command.
 *
 * @param who the entities
 * @param when a condition over {@code requester}, or null
 */
public record CheckedActor(CheckedPattern who, @Nullable CheckedExpression when) {}
