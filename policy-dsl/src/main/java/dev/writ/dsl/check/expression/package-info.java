/**
 * Checks one expression in one slot of a head: types, names, what `has` and `is` prove, where
 * approvals and labels may stand.
 *
 * <p>{@link dev.writ.dsl.check.expression.ExpressionChecker} reads an expression of {@code ast} in
 * a {@link dev.writ.dsl.check.expression.TypeContext} and writes {@link
 * dev.writ.dsl.check.expression.ExpressionFacts}, which {@code lower} turns into the typed policy
 * set. What a name stands for it asks {@link dev.writ.dsl.check.expression.Names}, which the
 * package {@code check} answers from the declarations.
 */
@NullMarked
package dev.writ.dsl.check.expression;

import org.jspecify.annotations.NullMarked;
