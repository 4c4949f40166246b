package dev.writ.dsl.ast;

import dev.writ.dsl.source.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code grant NAME { … }}: a template of just-in-time access.
 *
 * <p>A clause that is not written is null or empty; which ones are mandatory is checked later.
 *
 * @param annotations the annotations before it
 * @param name its name
 * @param emergency whether it says {@code emergency}
 * @param permits what it permits
 * @param requesters who may ask
 * @param revocableBy who may revoke
 * @param needs the approvals it needs
 * @param binds what it is bound to
 * @param lastsAtMost how long it runs
 * @param usesAtMost how often it can be used
 * @param review who looks at it afterwards
 * @param obligations what follows {@code do}
 * @param span where it stands
 */
public record GrantDecl(
    List<Annotation> annotations,
    Identifier name,
    boolean emergency,
    @Nullable Permits permits,
    @Nullable Requesters requesters,
    List<TypePattern> revocableBy,
    List<QualifiedName> needs,
    @Nullable Binds binds,
    @Nullable DurationLiteral lastsAtMost,
    @Nullable Count usesAtMost,
    @Nullable Review review,
    List<ObligationCall> obligations,
    Span span)
    implements Declaration {

  /** Copies the lists. */
  public GrantDecl {
    annotations = List.copyOf(annotations);
    revocableBy = List.copyOf(revocableBy);
    needs = List.copyOf(needs);
    obligations = List.copyOf(obligations);
  }

  @Override
  public <R extends @Nullable Object> R accept(DeclarationVisitor<R> visitor) {
    return visitor.visitGrant(this);
  }
}
