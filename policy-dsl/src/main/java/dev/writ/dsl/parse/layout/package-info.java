/**
 * The canonical layout of policy text, from the grammar's own tree, so that no word and no comment
 * is lost.
 *
 * <p>{@link dev.writ.dsl.parse.layout.CanonicalLayout} is the way in. The tokens of a text become
 * words with the comments at them ({@code Words}), the grammar's tree becomes a document of words
 * and gaps ({@code FileLayout} and what it extends), and {@code Printer} chooses where lines end.
 * {@code format} compares what comes out with what went in.
 */
@NullMarked
package dev.writ.dsl.parse.layout;

import org.jspecify.annotations.NullMarked;
