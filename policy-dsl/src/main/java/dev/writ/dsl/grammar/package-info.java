/**
 * The grammar: generated code only, from {@code WritLexer.g4} and {@code WritParser.g4}.
 *
 * <p>Not exported; only {@code parse} and {@code format} use it.
 */
package dev.writ.dsl.grammar;
