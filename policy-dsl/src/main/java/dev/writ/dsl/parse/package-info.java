/**
 * Turns policy text into a syntax tree or into diagnostics.
 *
 * <p>{@link dev.writ.dsl.parse.Parser} is the way in. One text goes through these steps: limits and
 * characters ({@code TextCheck}), words ({@code Tokens}, {@code TokenCheck}, {@code NestingCheck}),
 * grammar with recovery ({@code SyntaxErrors}), and the builders that turn the parse tree into
 * records and refuse what the grammar accepts only to be explained. {@code parse.layout} writes a
 * parse tree in its canonical layout. The only package that names ANTLR; neighbours are {@code
 * grammar}, {@code ast} and {@code source}.
 */
@NullMarked
package dev.writ.dsl.parse;

import org.jspecify.annotations.NullMarked;
