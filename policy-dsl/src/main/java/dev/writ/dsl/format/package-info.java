/**
 * Formats policy files: their text in the canonical layout, line ends kept, and nothing written
 * unless it means the same.
 *
 * <p>{@link dev.writ.dsl.format.Formatter} is the way in. {@code parse.layout} lays a text out;
 * {@code Fidelity} compares the tree of what came out with that of what went in. Neighbours are
 * {@code parse}, {@code ast} and {@code source}.
 */
@NullMarked
package dev.writ.dsl.format;

import org.jspecify.annotations.NullMarked;
