package dev.writ.dsl.lint;

import dev.writ.dsl.ast.AllowAnnotation;
import dev.writ.dsl.ast.Annotation;
import dev.writ.dsl.ast.Declaration;
import dev.writ.dsl.ast.PolicyFile;
import dev.writ.dsl.source.Diagnostic;
import dev.writ.dsl.source.DiagnosticCode;
import dev.writ.dsl.source.Diagnostics;
import dev.writ.dsl.source.Severity;
import dev.writ.dsl.source.SourceText;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The {@code @allow} annotations of a set: each accepts the warnings of its code in its
 * declaration. A finding that stands against a bundle is fixed, or accepted in the way that the
 * language has for it; no annotation silences it.
 *
 * <p>For one report; not safe for use by several threads.
 */
final class Allowances {
  private final IdentityHashMap<SourceText, TreeMap<Integer, Declaration>> starts =
      new IdentityHashMap<>();
  private final IdentityHashMap<AllowAnnotation, Allowance> allowances = new IdentityHashMap<>();

  /** An annotation, and whether it accepts something. */
  private static final class Allowance {
    private final PolicyFile file;
    private final AllowAnnotation written;
    private boolean used;

    Allowance(PolicyFile file, AllowAnnotation written) {
      this.file = file;
      this.written = written;
    }
  }

  Allowances(List<PolicyFile> files) {
    for (PolicyFile file : files) {
      TreeMap<Integer, Declaration> declarations = new TreeMap<>();
      file.declarations().forEach(each -> declarations.put(start(each), each));
      starts.put(file.source(), declarations);
      for (Declaration declaration : file.declarations()) {
        for (AllowAnnotation allow : allows(declaration)) {
          allowances.put(allow, new Allowance(file, allow));
        }
      }
    }
  }

  private static int start(Declaration declaration) {
    List<Annotation> notes = declaration.annotations();
    return notes.isEmpty() ? declaration.span().start() : notes.get(0).span().start();
  }

  private static List<AllowAnnotation> allows(Declaration declaration) {
    return declaration.annotations().stream()
        .filter(AllowAnnotation.class::isInstance)
        .map(AllowAnnotation.class::cast)
        .toList();
  }

  /** Parts what is accepted from what is not, and adds what accepts nothing. */
  LintReport sort(List<Diagnostic> found) {
    Diagnostics kept = new Diagnostics();
    List<SuppressedFinding> suppressed = new ArrayList<>();
    for (Diagnostic finding : found) {
      Allowance allowance = allowance(finding);
      if (allowance == null) {
        kept.add(finding);
      } else {
        allowance.used = true;
        suppressed.add(new SuppressedFinding(finding, allowance.written.reason().value()));
      }
    }
    allowances.values().stream()
        .filter(each -> !each.used)
        .map(each -> useless(each, found))
        .forEach(kept::add);
    return new LintReport(kept.sorted(), suppressed);
  }

  private @Nullable Allowance allowance(Diagnostic finding) {
    if (finding.severity() == Severity.ERROR) {
      return null;
    }
    Map.Entry<Integer, Declaration> before =
        starts.getOrDefault(finding.file(), new TreeMap<>()).floorEntry(finding.span().start());
    List<AllowAnnotation> here = before == null ? List.of() : allows(before.getValue());
    for (AllowAnnotation allow : here) {
      if (allow.code().value().equals(finding.code().id())) {
        return allowances.get(allow);
      }
    }
    return null;
  }

  private Diagnostic useless(Allowance allowance, List<Diagnostic> found) {
    String code = allowance.written.code().value();
    boolean grave =
        found.stream()
            .anyMatch(each -> each.code().id().equals(code) && each.severity() == Severity.ERROR);
    Diagnostic warning =
        Diagnostic.warning(
            DiagnosticCode.USELESS_ALLOW,
            allowance.file.source(),
            allowance.written.span(),
            grave
                ? "`" + code + "` cannot be accepted by an annotation"
                : "nothing is found here that this `@allow` could accept");
    return warning
        .withHelp(
            grave
                ? "fix what is found; its page tells how"
                : "leave it out, so that it hides nothing later")
        .withFix(Removal.of(allowance.file, allowance.written));
  }
}
