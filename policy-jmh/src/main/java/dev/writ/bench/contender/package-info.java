/**
 * The systems that decide, each behind a small adapter ({@code Contender}): Writ in several ways,
 * the floor, and others.
 *
 * <p>Reads {@code scenario}. To add a system, write one class and add it to {@code Contenders}.
 */
@NullMarked
package dev.writ.bench.contender;

import org.jspecify.annotations.NullMarked;
