package dev.writ.dsl.ast;

import dev.writ.dsl.source.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A declaration of a policy file. */
public sealed interface Declaration
    permits ActionDecl,
        ActionGroupDecl,
        ApprovalDecl,
        ConfirmationDecl,
        EntityDecl,
        EnumDecl,
        GrantDecl,
        InvariantDecl,
        LabelDecl,
        LetDecl,
        LimitDecl,
        ManifestDecl,
        ObligationDecl,
        RuleDecl,
        ScopeDecl,
        SuspendDecl,
        TestDecl,
        ToolDecl,
        TypeDecl {

  /** Returns where it stands. */
  Span span();

  /** Returns the annotations before it, in the order written. */
  List<Annotation> annotations();

  /** Calls the method of the visitor that belongs to this kind and returns its result. */
  <R extends @Nullable Object> R accept(DeclarationVisitor<R> visitor);
}
