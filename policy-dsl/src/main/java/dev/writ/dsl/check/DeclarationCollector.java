package dev.writ.dsl.check;

import dev.writ.dsl.ast.ActionDecl;
import dev.writ.dsl.ast.ActionGroupDecl;
import dev.writ.dsl.ast.ApprovalDecl;
import dev.writ.dsl.ast.ConfirmationDecl;
import dev.writ.dsl.ast.Declaration;
import dev.writ.dsl.ast.DeclarationVisitor;
import dev.writ.dsl.ast.EntityDecl;
import dev.writ.dsl.ast.EnumDecl;
import dev.writ.dsl.ast.GrantDecl;
import dev.writ.dsl.ast.Identifier;
import dev.writ.dsl.ast.InvariantDecl;
import dev.writ.dsl.ast.LabelDecl;
import dev.writ.dsl.ast.LetDecl;
import dev.writ.dsl.ast.LimitDecl;
import dev.writ.dsl.ast.ManifestDecl;
import dev.writ.dsl.ast.ObligationDecl;
import dev.writ.dsl.ast.PolicyFile;
import dev.writ.dsl.ast.QuotedText;
import dev.writ.dsl.ast.RuleDecl;
import dev.writ.dsl.ast.ScopeDecl;
import dev.writ.dsl.ast.SuspendDecl;
import dev.writ.dsl.ast.TestDecl;
import dev.writ.dsl.ast.ToolDecl;
import dev.writ.dsl.ast.TypeDecl;
import dev.writ.dsl.source.Diagnostic;
import dev.writ.dsl.source.DiagnosticCode;
import dev.writ.dsl.source.Diagnostics;
import java.util.Comparator;
import java.util.List;

/**
 * Gathers the declarations of all files; reports a name that is declared twice. A visit tells
 * whether the declaration was taken.
 */
final class DeclarationCollector implements DeclarationVisitor<Boolean> {
  private final Declarations declarations;
  private final Taint taint;
  private final Diagnostics diagnostics;
  private final FileScope scope;

  private DeclarationCollector(
      Declarations declarations, Taint taint, Diagnostics diagnostics, FileScope scope) {
    this.declarations = declarations;
    this.taint = taint;
    this.diagnostics = diagnostics;
    this.scope = scope;
  }

  /** Gathers; of two declarations of one name the first by file name and place stays. */
  static Declarations collect(List<PolicyFile> files, Taint taint, Diagnostics diagnostics) {
    Declarations declarations = new Declarations();
    files.stream()
        .sorted(Comparator.comparing(file -> file.source().name()))
        .forEach(file -> collect(file, declarations, taint, diagnostics));
    return declarations;
  }

  private static void collect(
      PolicyFile file, Declarations declarations, Taint taint, Diagnostics diagnostics) {
    FileScope scope = FileScope.of(file);
    DeclarationCollector collector =
        new DeclarationCollector(declarations, taint, diagnostics, scope);
    for (Declaration declaration : file.declarations()) {
      declaration.accept(collector);
    }
    boolean declaresMore =
        file.module() != null
            || !file.declarations().stream().allMatch(ManifestDecl.class::isInstance);
    declarations.addFile(scope, declaresMore);
  }

  private boolean bare(DeclarationKind kind, Identifier name, Declaration declaration) {
    return add(
        new Declared<>(
            kind, scope.qualify(name.text()), name.text(), name.span(), declaration, scope));
  }

  private boolean quoted(DeclarationKind kind, QuotedText name, Declaration declaration) {
    return add(
        new Declared<>(
            kind, scope.quotedId(name.value()), name.value(), name.span(), declaration, scope));
  }

  private boolean add(Declared<?> declared) {
    Declared<?> earlier = declarations.add(declared);
    if (earlier != null) {
      diagnostics.add(duplicate(declared, earlier));
      if (!declared.kind().isQuoted()) {
        taint.add(declared.name());
      }
    }
    return earlier == null;
  }

  private static Diagnostic duplicate(Declared<?> declared, Declared<?> earlier) {
    String message =
        String.format(
            "`%s` is declared twice, as %s and as %s",
            declared.name(), earlier.kind().phrase(), declared.kind().phrase());
    if (declared.kind() == earlier.kind()) {
      message = String.format("%s `%s` is declared twice", declared.kind().noun(), declared.name());
    }
    return Diagnostic.error(
            DiagnosticCode.DUPLICATE_NAME, declared.scope().source(), declared.nameSpan(), message)
        .withHelp("a name stands for one declaration of a module: rename one of the two")
        .withRelated(earlier.scope().source(), earlier.nameSpan(), "it is declared here first");
  }

  @Override
  public Boolean visitManifest(ManifestDecl node) {
    declarations.addManifest(new Placed<>(node, scope));
    return true;
  }

  @Override
  public Boolean visitEnum(EnumDecl node) {
    return bare(DeclarationKind.ENUM, node.name(), node);
  }

  @Override
  public Boolean visitEntity(EntityDecl node) {
    return bare(DeclarationKind.ENTITY, node.name(), node);
  }

  @Override
  public Boolean visitType(TypeDecl node) {
    return bare(DeclarationKind.TYPE, node.name(), node);
  }

  @Override
  public Boolean visitAction(ActionDecl node) {
    return bare(DeclarationKind.ACTION, node.name(), node);
  }

  @Override
  public Boolean visitActionGroup(ActionGroupDecl node) {
    return bare(DeclarationKind.GROUP, node.name(), node);
  }

  @Override
  public Boolean visitObligation(ObligationDecl node) {
    return bare(DeclarationKind.OBLIGATION, node.name(), node);
  }

  @Override
  public Boolean visitLet(LetDecl node) {
    return bare(DeclarationKind.LET, node.name(), node);
  }

  @Override
  public Boolean visitScope(ScopeDecl node) {
    return bare(DeclarationKind.SCOPE, node.name(), node);
  }

  @Override
  public Boolean visitRule(RuleDecl node) {
    return quoted(DeclarationKind.RULE, node.name(), node);
  }

  @Override
  public Boolean visitApproval(ApprovalDecl node) {
    return bare(DeclarationKind.APPROVAL, node.name(), node);
  }

  @Override
  public Boolean visitConfirmation(ConfirmationDecl node) {
    return bare(DeclarationKind.CONFIRMATION, node.name(), node);
  }

  @Override
  public Boolean visitGrant(GrantDecl node) {
    return bare(DeclarationKind.GRANT, node.name(), node);
  }

  @Override
  public Boolean visitSuspend(SuspendDecl node) {
    declarations.addSuspend(new Placed<>(node, scope));
    return true;
  }

  @Override
  public Boolean visitLabel(LabelDecl node) {
    return bare(DeclarationKind.LABEL, node.name(), node);
  }

  @Override
  public Boolean visitLimit(LimitDecl node) {
    return quoted(DeclarationKind.LIMIT, node.name(), node);
  }

  @Override
  public Boolean visitInvariant(InvariantDecl node) {
    return quoted(DeclarationKind.INVARIANT, node.name(), node);
  }

  @Override
  public Boolean visitTest(TestDecl node) {
    return quoted(DeclarationKind.TEST, node.name(), node);
  }

  @Override
  public Boolean visitTool(ToolDecl node) {
    declarations.addTool(new Placed<>(node, scope));
    return true;
  }
}
