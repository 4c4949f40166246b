package dev.writ.dsl.check;

import dev.writ.dsl.ast.Declaration;
import dev.writ.dsl.source.Span;
import org.jspecify.annotations.Nullable;

/**
 * A declaration with the id that names it in the whole set.
 *
 * @param <D> the kind of declaration
 * @param kind what is declared
 * @param id the qualified name, or module and quoted name; unique in the set
 * @param name the name as written
 * @param nameSpan where the name stands
 * @param declaration what is written
 * @param scope the file it stands in
 */
public record Declared<D extends Declaration>(
    DeclarationKind kind, String id, String name, Span nameSpan, D declaration, FileScope scope) {

  /** Returns the module that declares it, empty for the unnamed one. */
  public String module() {
    return scope.module();
  }

  /** Returns this as a declaration of a class, or null where it is of another. */
  <E extends Declaration> @Nullable Declared<E> as(Class<E> type) {
    return type.isInstance(declaration)
        ? new Declared<>(kind, id, name, nameSpan, type.cast(declaration), scope)
        : null;
  }
}
