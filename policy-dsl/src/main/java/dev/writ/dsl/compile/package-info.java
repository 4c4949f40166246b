/**
 * The facade of the compiler: files to a policy set, or to diagnostics, never half of each.
 *
 * <p>{@link dev.writ.dsl.compile.WritCompiler} is the way in. Runs {@code parse}, {@code check} and
 * {@code lower} one after another; {@code lint}, {@code policytest} and the command build on it.
 */
@NullMarked
package dev.writ.dsl.compile;

import org.jspecify.annotations.NullMarked;
