/**
 * Policy text, places in it, and what the compiler has to say about them.
 *
 * <p>A {@link dev.writ.dsl.source.SourceText} holds one text; a {@link dev.writ.dsl.source.Span} is
 * two offsets into it; a {@link dev.writ.dsl.source.Diagnostic} is one message about a span, under
 * a stable {@link dev.writ.dsl.source.DiagnosticCode}. Every other package of the compiler uses
 * this one; it uses none.
 */
@NullMarked
package dev.writ.dsl.source;

import org.jspecify.annotations.NullMarked;
