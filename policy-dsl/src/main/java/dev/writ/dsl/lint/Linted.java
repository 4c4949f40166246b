package dev.writ.dsl.lint;

import dev.writ.dsl.ast.Declaration;

/**
 * What a declaration means, beside how it is written.
 *
 * @param <M> the kind of meaning
 * @param <D> the kind of declaration
 * @param meaning what it was lowered to
 * @param text what is written
 */
record Linted<M, D extends Declaration>(M meaning, Written<D> text) {}
