package dev.writ.dsl.check.expression;

import dev.writ.core.model.Type;
import dev.writ.dsl.ast.QualifiedName;
import dev.writ.dsl.source.Span;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * What the names in an expression stand for: one view for each file, and for each slot where that
 * matters.
 *
 * <p>The methods that take {@link Problems} report what they cannot find, with the nearest
 * candidate, and return null. The others are silent: they look for one reading among several.
 */
public interface Names {

  /** Returns the qualified name of an entity type, or reports. */
  @Nullable String entityType(QualifiedName name, Problems problems);

  /**
   * Returns the qualified name of an approval, or reports; also where the slot in question is not
   * inside its head.
   */
  @Nullable String approval(QualifiedName name, Problems problems);

  /** Returns the qualified name of a confirmation, or reports, as {@link #approval} does. */
  @Nullable String confirmation(QualifiedName name, Problems problems);

  /** Returns the qualified name of a grant template, or reports. */
  @Nullable String grant(QualifiedName name, Problems problems);

  /** Returns the qualified name of a label, or reports. */
  @Nullable String label(QualifiedName name, Problems problems);

  /**
   * Returns the enum of a plain or dotted name, or null. The built-in {@code Source} and {@code
   * Weekday} are among them.
   */
  Type.@Nullable EnumType findEnum(String name);

  /** Returns the let of a plain or dotted name, or null. */
  @Nullable ModuleLet findLet(String name);

  /** Returns the qualified name of the entity type of a plain or dotted name, or null. */
  @Nullable String findEntityType(String name);

  /**
   * Returns whether a let may be used here: whether its head includes the one in question. Reports
   * where not.
   */
  boolean mayUse(ModuleLet let, Span at, Problems problems);

  /** Returns the enums that have a plain name here, for suggestions. */
  Collection<Type.EnumType> visibleEnums();

  /** Returns the plain names of lets that are seen here, for suggestions. */
  Collection<String> visibleLets();
}
