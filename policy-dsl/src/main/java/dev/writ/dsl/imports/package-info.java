/**
 * What other systems describe their actions and policies in, to Writ text: the tool lists of MCP
 * servers. Reads JSON of {@code core.model} and lays text out with {@code format}; whoever asks for
 * it ({@code cli}) compiles it before it is shown.
 */
@NullMarked
package dev.writ.dsl.imports;

import org.jspecify.annotations.NullMarked;
