/**
 * The grammar: generated code only, from {@code WritLexer.g4} and {@code WritParser.g4}.
 *
 * <p>Not exported; {@code parse} is the only package that uses it.
 */
package dev.writ.dsl.grammar;
