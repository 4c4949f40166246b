package dev.writ.dsl.check.expression;

import dev.writ.core.model.ActionDef;
import dev.writ.core.model.Schema;
import dev.writ.core.model.Type;
import dev.writ.dsl.ast.LocalLet;
import dev.writ.dsl.source.SourceText;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Where an expression stands: one slot of a head, and what can be named there.
 *
 * <p>Immutable; each {@code with} method returns a changed copy.
 *
 * @param file the text that the spans of the expression point into
 * @param names what names stand for
 * @param schema the declared types
 * @param slot the slot in words for messages, such as {@code read by Agent on Service}; or empty
 * @param roots the words that may be used here, and their types; {@code args}, {@code facts} and
 *     {@code session} have record types, all others entity types
 * @param headPrincipals the principal types of the whole head; a test for another can never be true
 * @param headResources the resource types of the whole head
 * @param delegatorKnown whether there is a delegator wherever the expression counts
 * @param locals the variables of enclosing {@code for each}
 * @param lets the lets of the rule, in the order written; each sees those before it
 */
public record TypeContext(
    SourceText file,
    Names names,
    Schema schema,
    String slot,
    Map<ContextRoot, Type> roots,
    SortedSet<String> headPrincipals,
    SortedSet<String> headResources,
    boolean delegatorKnown,
    List<LocalVariable> locals,
    List<LocalLet> lets) {

  /** Copies maps, sets and lists. */
  public TypeContext {
    roots = roots.isEmpty() ? Map.of() : Collections.unmodifiableMap(new EnumMap<>(roots));
    headPrincipals = Collections.unmodifiableSortedSet(new TreeSet<>(headPrincipals));
    headResources = Collections.unmodifiableSortedSet(new TreeSet<>(headResources));
    locals = List.copyOf(locals);
    lets = List.copyOf(lets);
  }

  /** Returns a context in which nothing but literals, enums and entities can be named. */
  public static TypeContext empty(SourceText file, Names names, Schema schema) {
    return new TypeContext(
        file,
        names,
        schema,
        "",
        Map.of(),
        new TreeSet<>(),
        new TreeSet<>(),
        false,
        List.of(),
        List.of());
  }

  /**
   * Returns the context of one slot, with all parts of a request.
   *
   * <p>{@code delegator} and {@code origin} are of any principal type of the action. The head is
   * taken to be this slot alone; see {@link #withHead}. A session is there to be asked for labels
   * even where no fields of it are declared.
   */
  public static TypeContext slot(
      SourceText file,
      Names names,
      Schema schema,
      ActionDef action,
      String principalType,
      String resourceType) {
    Map<ContextRoot, Type> roots = new EnumMap<>(ContextRoot.class);
    Type.EntityType members = Type.EntityType.of(action.principalTypes());
    roots.put(ContextRoot.PRINCIPAL, Type.EntityType.of(principalType));
    roots.put(ContextRoot.DELEGATOR, members);
    roots.put(ContextRoot.ORIGIN, members);
    roots.put(ContextRoot.RESOURCE, Type.EntityType.of(resourceType));
    roots.put(ContextRoot.ARGS, action.args());
    roots.put(ContextRoot.FACTS, action.facts());
    Type.RecordType session = schema.session();
    roots.put(ContextRoot.SESSION, session == null ? Type.RecordType.EMPTY : session);
    String words = action.name() + " by " + principalType + " on " + resourceType;
    return new TypeContext(
        file,
        names,
        schema,
        words,
        roots,
        new TreeSet<>(List.of(principalType)),
        new TreeSet<>(List.of(resourceType)),
        false,
        List.of(),
        List.of());
  }

  /** Returns this context with the types that the whole head spans. */
  public TypeContext withHead(Collection<String> principals, Collection<String> resources) {
    return new TypeContext(
        file,
        names,
        schema,
        slot,
        roots,
        new TreeSet<>(principals),
        new TreeSet<>(resources),
        delegatorKnown,
        locals,
        lets);
  }

  /** Returns this context with one more root, or another type for one. */
  public TypeContext withRoot(ContextRoot root, Type type) {
    Map<ContextRoot, Type> more = new EnumMap<>(ContextRoot.class);
    more.putAll(roots);
    more.put(root, type);
    return withRoots(more);
  }

  /** Returns this context in which one root cannot be used. */
  public TypeContext withoutRoot(ContextRoot root) {
    Map<ContextRoot, Type> fewer = new EnumMap<>(ContextRoot.class);
    fewer.putAll(roots);
    fewer.remove(root);
    return withRoots(fewer);
  }

  /** Returns this context with these roots alone. */
  public TypeContext withRoots(Map<ContextRoot, Type> only) {
    return new TypeContext(
        file,
        names,
        schema,
        slot,
        only,
        headPrincipals,
        headResources,
        delegatorKnown,
        locals,
        lets);
  }

  /** Returns this context with a delegator, as inside {@code may as delegate}. */
  public TypeContext withDelegator() {
    return new TypeContext(
        file, names, schema, slot, roots, headPrincipals, headResources, true, locals, lets);
  }

  /** Returns this context with the variables of {@code for each}. */
  public TypeContext withLocals(List<LocalVariable> variables) {
    return new TypeContext(
        file,
        names,
        schema,
        slot,
        roots,
        headPrincipals,
        headResources,
        delegatorKnown,
        variables,
        lets);
  }

  /** Returns this context with the lets of a rule. */
  public TypeContext withLets(List<LocalLet> declared) {
    return new TypeContext(
        file,
        names,
        schema,
        slot,
        roots,
        headPrincipals,
        headResources,
        delegatorKnown,
        locals,
        declared);
  }

  /** Returns the type of a root, or null where it may not be used. */
  @Nullable Type typeOf(ContextRoot root) {
    return roots.get(root);
  }
}
