/**
 * The syntax tree of a policy file: sealed records, one for each construct.
 *
 * <p>A tree says what was written, not what it means: names are not resolved and types not known.
 * Each family ({@link dev.writ.dsl.ast.Declaration}, {@link dev.writ.dsl.ast.Expression}, {@link
 * dev.writ.dsl.ast.TestStatement} and the smaller ones) has a visitor without default methods, so
 * that a new kind of node breaks the build wherever it matters. Every node carries a {@link
 * dev.writ.dsl.source.Span}, which is no part of equality. All nodes are immutable; lists are
 * copied. {@code parse} writes trees, {@code check} and {@code format} read them.
 */
@NullMarked
package dev.writ.dsl.ast;

import org.jspecify.annotations.NullMarked;
