package dev.writ.dsl.lint;

import dev.writ.dsl.ast.ActionDecl;
import dev.writ.dsl.ast.ActionGroupDecl;
import dev.writ.dsl.ast.ApprovalDecl;
import dev.writ.dsl.ast.ConfirmationDecl;
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
import dev.writ.dsl.ast.QuotedText;
import dev.writ.dsl.ast.RuleDecl;
import dev.writ.dsl.ast.ScopeDecl;
import dev.writ.dsl.ast.SuspendDecl;
import dev.writ.dsl.ast.TestDecl;
import dev.writ.dsl.ast.ToolDecl;
import dev.writ.dsl.ast.TypeDecl;
import java.util.Optional;

/**
 * Finds the names of declarations; a manifest and a {@code suspend} have none, and that of a tool
 * belongs to others.
 */
enum DeclaredNames implements DeclarationVisitor<Optional<DeclaredName>> {
  INSTANCE;

  private static Optional<DeclaredName> bare(Identifier name) {
    return Optional.of(new DeclaredName(name.text(), name.span(), false));
  }

  private static Optional<DeclaredName> quoted(QuotedText name) {
    return Optional.of(new DeclaredName(name.value(), name.span(), true));
  }

  @Override
  public Optional<DeclaredName> visitManifest(ManifestDecl node) {
    return Optional.empty();
  }

  @Override
  public Optional<DeclaredName> visitEnum(EnumDecl node) {
    return bare(node.name());
  }

  @Override
  public Optional<DeclaredName> visitEntity(EntityDecl node) {
    return bare(node.name());
  }

  @Override
  public Optional<DeclaredName> visitType(TypeDecl node) {
    return bare(node.name());
  }

  @Override
  public Optional<DeclaredName> visitAction(ActionDecl node) {
    return bare(node.name());
  }

  @Override
  public Optional<DeclaredName> visitActionGroup(ActionGroupDecl node) {
    return bare(node.name());
  }

  @Override
  public Optional<DeclaredName> visitObligation(ObligationDecl node) {
    return bare(node.name());
  }

  @Override
  public Optional<DeclaredName> visitLet(LetDecl node) {
    return bare(node.name());
  }

  @Override
  public Optional<DeclaredName> visitScope(ScopeDecl node) {
    return bare(node.name());
  }

  @Override
  public Optional<DeclaredName> visitRule(RuleDecl node) {
    return quoted(node.name());
  }

  @Override
  public Optional<DeclaredName> visitApproval(ApprovalDecl node) {
    return bare(node.name());
  }

  @Override
  public Optional<DeclaredName> visitConfirmation(ConfirmationDecl node) {
    return bare(node.name());
  }

  @Override
  public Optional<DeclaredName> visitGrant(GrantDecl node) {
    return bare(node.name());
  }

  @Override
  public Optional<DeclaredName> visitSuspend(SuspendDecl node) {
    return Optional.empty();
  }

  @Override
  public Optional<DeclaredName> visitLabel(LabelDecl node) {
    return bare(node.name());
  }

  @Override
  public Optional<DeclaredName> visitLimit(LimitDecl node) {
    return quoted(node.name());
  }

  @Override
  public Optional<DeclaredName> visitInvariant(InvariantDecl node) {
    return quoted(node.name());
  }

  @Override
  public Optional<DeclaredName> visitTest(TestDecl node) {
    return quoted(node.name());
  }

  @Override
  public Optional<DeclaredName> visitTool(ToolDecl node) {
    return Optional.empty();
  }
}
