package dev.writ.dsl.ast;

import dev.writ.dsl.source.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code tool "send_money" of "bank" asks transfer on session.account with { … } ignoring { … }
 * pinned "sha256:…";}: which request a call of a tool is.
 *
 * @param annotations the annotations before it
 * @param name the name of the tool
 * @param server the server whose tool it is, or null for any
 * @param action the action that a call asks for
 * @param resource on what
 * @param items where the arguments of the tool go, in the order written
 * @param ignored the arguments that go nowhere, in the order written
 * @param digest the digest that the tool must have, or null for any
 * @param span where it stands
 */
public record ToolDecl(
    List<Annotation> annotations,
    QuotedText name,
    @Nullable QuotedText server,
    QualifiedName action,
    ToolResource resource,
    List<ToolItem> items,
    List<IgnoredArgument> ignored,
    @Nullable QuotedText digest,
    Span span)
    implements Declaration {

  /** Copies the lists. */
  public ToolDecl {
    annotations = List.copyOf(annotations);
    items = List.copyOf(items);
    ignored = List.copyOf(ignored);
  }

  @Override
  public <R extends @Nullable Object> R accept(DeclarationVisitor<R> visitor) {
    return visitor.visitTool(this);
  }
}
