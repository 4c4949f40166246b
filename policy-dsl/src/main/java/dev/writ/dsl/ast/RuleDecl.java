package dev.writ.dsl.ast;

import dev.writ.dsl.source.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A permit or a forbid: {@code permit "name" HEAD when C;}.
 *
 * @param annotations the annotations before it
 * @param observed whether it is marked to be listed only
 * @param effect permit or, for a forbid, deny
 * @param name its name, the stable id
 * @param head the requests it is about
 * @param condition when it holds
 * @param consequence message and obligations
 * @param span where it stands
 */
public record RuleDecl(
    List<Annotation> annotations,
    boolean observed,
    Effect effect,
    QuotedText name,
    Head head,
    Condition condition,
    Consequence consequence,
    Span span)
    implements Declaration {

  /** Copies the lists. */
  public RuleDecl {
    annotations = List.copyOf(annotations);
  }

  @Override
  public <R extends @Nullable Object> R accept(DeclarationVisitor<R> visitor) {
    return visitor.visitRule(this);
  }
}
