package dev.writ.dsl.cli;

import dev.writ.core.model.Json;
import dev.writ.core.model.JsonObject;
import dev.writ.dsl.source.Diagnostic;
import dev.writ.dsl.source.Location;
import dev.writ.dsl.source.RelatedSpan;
import dev.writ.dsl.source.SourceText;
import dev.writ.dsl.source.Span;
import java.util.List;
import java.util.Locale;

/** Diagnostics as JSON: lines and columns count from 1, columns in code points. */
final class DiagnosticJson {
  private DiagnosticJson() {}

  static Json of(List<Diagnostic> diagnostics) {
    return Json.array(diagnostics.stream().map(DiagnosticJson::of).toList());
  }

  static Json of(Diagnostic diagnostic) {
    return object(diagnostic).build();
  }

  /** The members of one diagnostic, for more to be added. */
  static JsonObject object(Diagnostic diagnostic) {
    JsonObject json =
        Json.object()
            .put("code", diagnostic.code().id())
            .put("severity", diagnostic.severity().name().toLowerCase(Locale.ROOT))
            .put("message", diagnostic.message())
            .putIfPresent("help", diagnostic.help());
    place(json, diagnostic.file(), diagnostic.span());
    return diagnostic.related().isEmpty()
        ? json
        : json.put("related", diagnostic.related().stream().map(DiagnosticJson::of).toList());
  }

  private static Json of(RelatedSpan related) {
    JsonObject json = Json.object().put("message", related.label());
    place(json, related.file(), related.span());
    return json.build();
  }

  private static void place(JsonObject json, SourceText file, Span span) {
    Location start = file.locate(span.start());
    Location end = file.locate(span.end());
    json.put("file", file.name())
        .put("line", start.line())
        .put("column", start.column())
        .put("endLine", end.line())
        .put("endColumn", end.column());
  }
}
