package dev.writ.dsl.source;

/**
 * A second place a diagnostic points at, possibly in another file.
 *
 * @param file the text the span lies in
 * @param span the place
 * @param label what there is to see, lowercase and without a full stop
 */
public record RelatedSpan(SourceText file, Span span, String label) {}
