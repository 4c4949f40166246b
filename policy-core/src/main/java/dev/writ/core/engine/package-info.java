/**
 * The facade: {@link dev.writ.core.engine.PolicyEngine} decides, authorises, takes commands and new
 * policy sets. The only package that sees all others.
 *
 * <p>A decision reads one loaded policy set with its entities, one authority state and one instant;
 * each is immutable and swapped whole. Deciding takes no lock; authorising and commands share one.
 */
@NullMarked
package dev.writ.core.engine;

import org.jspecify.annotations.NullMarked;
