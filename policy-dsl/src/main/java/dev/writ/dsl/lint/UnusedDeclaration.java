package dev.writ.dsl.lint;

import dev.writ.core.ir.Case;
import dev.writ.core.ir.GrantTemplate;
import dev.writ.core.ir.Slot;
import dev.writ.dsl.ast.ActionDecl;
import dev.writ.dsl.ast.ActionGroupDecl;
import dev.writ.dsl.ast.ApprovalDecl;
import dev.writ.dsl.ast.ConfirmationDecl;
import dev.writ.dsl.ast.Declaration;
import dev.writ.dsl.ast.EntityDecl;
import dev.writ.dsl.ast.EnumDecl;
import dev.writ.dsl.ast.GrantDecl;
import dev.writ.dsl.ast.LabelDecl;
import dev.writ.dsl.ast.LetDecl;
import dev.writ.dsl.ast.ObligationDecl;
import dev.writ.dsl.ast.PolicyFile;
import dev.writ.dsl.ast.TestDecl;
import dev.writ.dsl.ast.TypeDecl;
import dev.writ.dsl.source.Diagnostic;
import dev.writ.dsl.source.DiagnosticCode;
import dev.writ.dsl.source.Span;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Finds declarations that nothing uses: actions that nothing permits, and names that stand nowhere
 * but in their own declaration, in tests and in {@code use}. A name counts as used wherever the
 * word stands, so one that several things share hides that one of them is not.
 */
final class UnusedDeclaration implements Finding {
  private static final DiagnosticCode CODE = DiagnosticCode.UNUSED_DECLARATION;

  @Override
  public void find(LintedSet set, Consumer<Diagnostic> found) {
    actions(set, found);
    Set<String> used = new HashSet<>();
    set.files().forEach(file -> collect(file, used));
    names(set, EnumDecl.class, "enum", used, found);
    unused(set, EntityDecl.class, "entity type", used, found);
    names(set, TypeDecl.class, "type", used, found);
    names(set, ActionGroupDecl.class, "action group", used, found);
    unused(set, ObligationDecl.class, "obligation", used, found);
    names(set, LetDecl.class, "let", used, found);
    unused(set, ApprovalDecl.class, "approval", used, found);
    unused(set, ConfirmationDecl.class, "confirmation", used, found);
    unused(set, LabelDecl.class, "label", used, found);
    for (Linted<GrantTemplate, GrantDecl> grant : set.grants()) {
      if (grant.meaning().cases().isEmpty()) {
        report(grant.text(), "grant", used, false, found);
      }
    }
  }

  private static void actions(LintedSet set, Consumer<Diagnostic> found) {
    Set<String> permitted = new HashSet<>();
    for (Clause clause : set.clauses()) {
      if (clause.kind() == Clause.Kind.PERMIT || clause.kind() == Clause.Kind.GRANT) {
        for (Case each : clause.cases()) {
          each.slots().stream().map(Slot::action).forEach(permitted::add);
        }
      }
    }
    for (Written<ActionDecl> action : set.all(ActionDecl.class)) {
      if (!permitted.contains(action.id())) {
        found.accept(
            action
                .warning(CODE, "nothing permits " + Phrases.quoted(action))
                .withHelp("permit it, or leave it out" + Phrases.orAllow(CODE)));
      }
    }
  }

  private static void collect(PolicyFile file, Set<String> used) {
    TreeMap<Integer, Span> uses = new TreeMap<>();
    file.uses().forEach(use -> uses.put(use.span().start(), use.span()));
    TreeMap<Integer, Declaration> declarations = new TreeMap<>();
    file.declarations().forEach(each -> declarations.put(each.span().start(), each));
    Words.each(
        file,
        (word, at) -> {
          Map.Entry<Integer, Span> use = uses.floorEntry(at.start());
          Map.Entry<Integer, Declaration> around = declarations.floorEntry(at.start());
          boolean brought = use != null && at.start() < use.getValue().end();
          if (!brought && (around == null || isUse(around.getValue(), word, at))) {
            used.add(word);
          }
        });
  }

  /** Whether a word that stands in a declaration, or behind it, uses something else. */
  private static boolean isUse(Declaration declaration, String word, Span at) {
    boolean inside = at.start() < declaration.span().end();
    boolean own =
        declaration
            .accept(DeclaredNames.INSTANCE)
            .filter(name -> !name.quoted() && name.text().equals(word))
            .isPresent();
    return !inside || !(own || declaration instanceof TestDecl);
  }

  private static <D extends Declaration> void unused(
      LintedSet set, Class<D> kind, String noun, Set<String> used, Consumer<Diagnostic> found) {
    set.all(kind).forEach(written -> report(written, noun, used, false, found));
  }

  /** Of declarations that are names in policies and nothing else: without them nothing changes. */
  private static <D extends Declaration> void names(
      LintedSet set, Class<D> kind, String noun, Set<String> used, Consumer<Diagnostic> found) {
    set.all(kind).forEach(written -> report(written, noun, used, true, found));
  }

  private static void report(
      Written<?> written,
      String noun,
      Set<String> used,
      boolean nameOnly,
      Consumer<Diagnostic> found) {
    if (!used.contains(written.name().text())) {
      found.accept(
          written
              .warning(CODE, noun + " " + Phrases.quoted(written) + " is never used")
              .withHelp("leave it out" + Phrases.orAllow(CODE))
              .withFix(nameOnly ? Removal.of(written) : null));
    }
  }
}
