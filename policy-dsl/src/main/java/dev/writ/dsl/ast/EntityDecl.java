package dev.writ.dsl.ast;

import dev.writ.dsl.source.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code entity Service in System { … }}: an entity type.
 *
 * @param annotations the annotations before it
 * @param human whether it says {@code human}
 * @param inline whether it says {@code inline}
 * @param name its name
 * @param parents the types its parents may have
 * @param closedIds the ids after {@code one of}, or null where the type is open
 * @param identifiedBy the attribute that tells the person, or null
 * @param fields the attributes in the order written
 * @param span where it stands
 */
public record EntityDecl(
    List<Annotation> annotations,
    boolean human,
    boolean inline,
    Identifier name,
    List<QualifiedName> parents,
    @Nullable List<QuotedText> closedIds,
    @Nullable Identifier identifiedBy,
    List<Field> fields,
    Span span)
    implements Declaration {

  /** Copies the lists. */
  public EntityDecl {
    annotations = List.copyOf(annotations);
    parents = List.copyOf(parents);
    fields = List.copyOf(fields);
    closedIds = closedIds == null ? null : List.copyOf(closedIds);
  }

  @Override
  public <R extends @Nullable Object> R accept(DeclarationVisitor<R> visitor) {
    return visitor.visitEntity(this);
  }
}
