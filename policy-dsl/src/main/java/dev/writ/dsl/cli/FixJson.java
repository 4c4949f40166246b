package dev.writ.dsl.cli;

import dev.writ.core.model.Json;
import dev.writ.core.model.JsonObject;
import dev.writ.dsl.lint.Fixed;
import dev.writ.dsl.source.Diagnostic;
import dev.writ.dsl.source.Fix;
import dev.writ.dsl.source.Location;
import dev.writ.dsl.source.TextEdit;
import java.util.List;
import java.util.Locale;

/** Findings with their fixes as JSON. */
final class FixJson {
  private FixJson() {}

  /** A finding, and its fix where it has one. */
  static Json finding(Diagnostic finding) {
    JsonObject json = DiagnosticJson.object(finding);
    Fix fix = finding.fix();
    return fix == null ? json.build() : json.put("fix", fix(finding, fix)).build();
  }

  /** A finding whose fix was not made, and why. */
  static Json refused(Fixed.RefusedFix refused) {
    return DiagnosticJson.object(refused.finding()).put("reason", refused.reason()).build();
  }

  private static Json fix(Diagnostic finding, Fix fix) {
    List<Json> edits = fix.edits().stream().map(edit -> edit(finding, edit)).toList();
    return Json.object()
        .put("title", fix.title())
        .put("decisions", fix.effect().name().toLowerCase(Locale.ROOT))
        .put("edits", Json.array(edits))
        .build();
  }

  private static Json edit(Diagnostic finding, TextEdit edit) {
    Location start = finding.file().locate(edit.span().start());
    Location end = finding.file().locate(edit.span().end());
    return Json.object()
        .put("line", start.line())
        .put("column", start.column())
        .put("endLine", end.line())
        .put("endColumn", end.column())
        .put("text", edit.text())
        .build();
  }
}
