/**
 * The canonical layout of policy text.
 *
 * <p>{@link dev.writ.dsl.format.Formatter} is the way in. A text that {@code parse} accepts goes
 * through these steps: its tokens become words with the comments at them ({@code Words}), the
 * grammar's tree becomes a document of words and gaps ({@code FileLayout} and what it extends), and
 * {@code Printer} chooses where lines end. {@code Fidelity} compares the tree of what came out with
 * that of what went in. Neighbours are {@code parse}, {@code grammar}, {@code ast} and {@code
 * source}.
 */
@NullMarked
package dev.writ.dsl.format;

import org.jspecify.annotations.NullMarked;
