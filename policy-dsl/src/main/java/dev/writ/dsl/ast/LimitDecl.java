package dev.writ.dsl.ast;

import dev.writ.dsl.source.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code limit "name" HEAD at most 50 in 1h for each session;}: a bound on how much is permitted.
 *
 * @param annotations the annotations before it
 * @param observed whether it is marked to be listed only
 * @param name its name, the stable id
 * @param head the requests it is about
 * @param atMost the bound, a literal Int or Decimal
 * @param measure what is summed up, or null where requests are counted
 * @param window over what time
 * @param key for each of what
 * @param condition when it holds
 * @param consequence message and obligations
 * @param span where it stands
 */
public record LimitDecl(
    List<Annotation> annotations,
    boolean observed,
    QuotedText name,
    Head head,
    Expression atMost,
    @Nullable Expression measure,
    LimitWindow window,
    DottedPath key,
    Condition condition,
    Consequence consequence,
    Span span)
    implements Declaration {

  /** Copies the lists. */
  public LimitDecl {
    annotations = List.copyOf(annotations);
  }

  @Override
  public <R extends @Nullable Object> R accept(DeclarationVisitor<R> visitor) {
    return visitor.visitLimit(this);
  }
}
