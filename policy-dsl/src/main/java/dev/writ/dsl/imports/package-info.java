/**
 * What other systems describe their actions and policies in, to Writ text: the tool lists of MCP
 * servers. Reads JSON of {@code core.model}; the text is compiled by whoever asks for it ({@code
 * cli}), before it is shown.
 */
@NullMarked
package dev.writ.dsl.imports;

import org.jspecify.annotations.NullMarked;
