/**
 * The {@code writ} command: one small class a subcommand, and what they share. The only package
 * that prints and the only one that names picocli; it reads files and streams, calls {@code
 * compile}, {@code policytest} and core, and shows what they answer with {@code report}.
 */
@NullMarked
package dev.writ.dsl.cli;

import org.jspecify.annotations.NullMarked;
