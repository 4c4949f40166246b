package dev.writ.dsl.cli;

import dev.writ.core.ir.Bundle;
import dev.writ.core.ir.BundleSignature;
import dev.writ.core.model.JsonObject;
import dev.writ.dsl.report.Ink;
import java.nio.file.Path;
import java.util.Locale;

/**
 * What a bundle is, for people and machines.
 *
 * @param file where it is
 * @param bundle the bundle
 * @param bytes how long it is
 * @param checked whether its signature was looked at
 */
record BundleReport(Path file, Bundle bundle, int bytes, boolean checked) {

  void print(Output out) {
    out.line(out.paint(Ink.STRONG, Visible.of(file.toString())));
    line(out, "hash", bundle.hash());
    line(out, "sequence", Long.toString(bundle.sequence()));
    line(out, "signed by", signer());
    line(out, "size", String.format(Locale.ROOT, "%,d bytes", bytes));
    line(out, "contents", Contents.of(bundle.policySet()).words());
  }

  private static void line(Output out, String name, String value) {
    out.line(out.paint(Ink.FAINT, String.format(Locale.ROOT, "  %-9s  ", name)) + value);
  }

  private String signer() {
    return bundle
        .signature()
        .map(BundleSignature::keyId)
        .map(Visible::of)
        .map(id -> checked ? id : id + ", as it says; not checked")
        .orElse("nobody");
  }

  void addTo(JsonObject json) {
    json.put("file", file.toString())
        .put("hash", bundle.hash())
        .put("sequence", bundle.sequence())
        .putIfPresent("key", bundle.signature().map(BundleSignature::keyId).orElse(null))
        .put("bytes", bytes)
        .put("contents", Contents.of(bundle.policySet()).toJson());
  }
}
