package dev.writ.dsl.check.expression;

import dev.writ.core.model.Type;
import dev.writ.dsl.ast.Expression;
import dev.writ.dsl.ast.QualifiedName;
import dev.writ.dsl.ast.Root;
import dev.writ.dsl.ast.RootReference;
import dev.writ.dsl.source.DiagnosticCode;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** {@code x is T}: which of its types an entity has, and what that leaves. */
final class TypeTests {
  private final Checking at;

  TypeTests(Checking at) {
    this.at = at;
  }

  Outcome is(Expression node, Expression operand, QualifiedName name) {
    Outcome found = at.check(operand);
    String type = at.names().entityType(name, at.frame().problems());
    if (found.type() == null || type == null) {
      return at.bool();
    }
    if (!(found.type() instanceof Type.EntityType entity)) {
      at.error(
          DiagnosticCode.NOT_AN_ENTITY,
          operand.span(),
          "`is` asks for the type of an entity, and this is " + TypeWords.of(found.type()),
          null);
      return at.bool();
    }
    requirePossible(node, operand, found, type);
    at.facts().meaning(node, new Meaning.TypeTest(type, decided(operand, found, entity, type)));
    SortedSet<String> yes = new TreeSet<>(entity.types());
    SortedSet<String> no = new TreeSet<>(entity.types());
    yes.retainAll(Set.of(type));
    no.remove(type);
    return Outcome.bool(at.flow().narrow(found.path(), yes), at.flow().narrow(found.path(), no));
  }

  /**
   * The answer where it is known for the slot and the operand cannot be an error: an attribute read
   * from the store can.
   */
  private @Nullable Boolean decided(
      Expression operand, Outcome found, Type.EntityType entity, String type) {
    if (found.reads() > 0 || (found.path() == null && at.facts().constant(operand) == null)) {
      return null;
    }
    if (!entity.types().contains(type)) {
      return false;
    }
    return entity.types().size() == 1 ? Boolean.TRUE : null;
  }

  private void requirePossible(Expression node, Expression operand, Outcome found, String type) {
    Set<String> possible = possible(operand, found);
    if (!possible.contains(type) && !isHeadOfLet(operand)) {
      at.error(
          DiagnosticCode.NEVER_THE_TYPE,
          node.span(),
          "`" + at.text(operand.span()) + "` is never of type `" + type + "`",
          "it can be `" + String.join("`, `", possible) + "`");
    }
  }

  /** The types that an operand has in some slot of the head. */
  private Set<String> possible(Expression operand, Outcome found) {
    if (isRoot(operand, Root.PRINCIPAL)) {
      return at.context().headPrincipals();
    }
    if (isRoot(operand, Root.RESOURCE)) {
      return at.context().headResources();
    }
    return found.declared() instanceof Type.EntityType declared ? declared.types() : Set.of();
  }

  /**
   * A let of a module may have a wider head than the rule that uses it, so it may test for more.
   */
  private boolean isHeadOfLet(Expression operand) {
    return at.frame().inModuleLet() && operand instanceof RootReference;
  }

  private static boolean isRoot(Expression node, Root root) {
    return node instanceof RootReference reference && reference.root() == root;
  }
}
