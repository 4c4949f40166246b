package dev.writ.dsl.ast;

import dev.writ.dsl.source.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code manifest payments { … }}: who owns which module, and what the session holds.
 *
 * @param annotations the annotations before it
 * @param name its name
 * @param modules the modules in the order written
 * @param session the fields of the session, or null
 * @param span where it stands
 */
public record ManifestDecl(
    List<Annotation> annotations,
    QualifiedName name,
    List<ModuleEntry> modules,
    @Nullable SessionFields session,
    Span span)
    implements Declaration {

  /** Copies the lists. */
  public ManifestDecl {
    annotations = List.copyOf(annotations);
    modules = List.copyOf(modules);
  }

  @Override
  public <R extends @Nullable Object> R accept(DeclarationVisitor<R> visitor) {
    return visitor.visitManifest(this);
  }
}
