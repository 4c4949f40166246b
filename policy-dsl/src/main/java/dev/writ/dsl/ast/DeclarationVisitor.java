package dev.writ.dsl.ast;

import org.jspecify.annotations.Nullable;

/**
 * A case for each kind of declaration.
 *
 * @param <R> what a visit returns
 */
public interface DeclarationVisitor<R extends @Nullable Object> {

  /** Visits a manifest decl. */
  R visitManifest(ManifestDecl node);

  /** Visits an enum decl. */
  R visitEnum(EnumDecl node);

  /** Visits an entity decl. */
  R visitEntity(EntityDecl node);

  /** Visits a type decl. */
  R visitType(TypeDecl node);

  /** Visits an action decl. */
  R visitAction(ActionDecl node);

  /** Visits an action group decl. */
  R visitActionGroup(ActionGroupDecl node);

  /** Visits an obligation decl. */
  R visitObligation(ObligationDecl node);

  /** Visits a let decl. */
  R visitLet(LetDecl node);

  /** Visits a scope decl. */
  R visitScope(ScopeDecl node);

  /** Visits a rule decl. */
  R visitRule(RuleDecl node);

  /** Visits an approval decl. */
  R visitApproval(ApprovalDecl node);

  /** Visits a confirmation decl. */
  R visitConfirmation(ConfirmationDecl node);

  /** Visits a grant decl. */
  R visitGrant(GrantDecl node);

  /** Visits a suspend decl. */
  R visitSuspend(SuspendDecl node);

  /** Visits a label decl. */
  R visitLabel(LabelDecl node);

  /** Visits a limit decl. */
  R visitLimit(LimitDecl node);

  /** Visits an invariant decl. */
  R visitInvariant(InvariantDecl node);

  /** Visits a test decl. */
  R visitTest(TestDecl node);

  /** Visits a tool decl. */
  R visitTool(ToolDecl node);
}
