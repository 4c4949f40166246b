/**
 * Turns checked declarations and expressions into the typed policy set.
 *
 * <p>{@link dev.writ.dsl.lower.ExpressionLowering} does expressions. Reads what {@code check}
 * found, writes {@code dev.writ.core.ir}; reports nothing, since what is wrong was told before.
 */
@NullMarked
package dev.writ.dsl.lower;

import org.jspecify.annotations.NullMarked;
