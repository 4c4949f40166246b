package dev.writ.dsl.lint;

import dev.writ.core.ir.Expr;
import dev.writ.core.ir.ExprChildren;
import dev.writ.core.ir.Slot;
import dev.writ.core.model.ActionDef;
import dev.writ.core.model.EntityTypeDef;
import dev.writ.core.model.Schema;
import dev.writ.core.model.Type;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The types of paths through a request in one slot: {@code resource.owner}, {@code args.to}, and
 * what a variable stands for in one of them.
 */
final class SlotTypes {
  private final Schema schema;
  private final @Nullable Slot slot;
  private final Map<Expr.Root, Type> people;
  private final Map<String, Type> locals;

  SlotTypes(Schema schema, Slot slot) {
    this(schema, slot, Map.of(), Map.of());
  }

  private SlotTypes(
      Schema schema, @Nullable Slot slot, Map<Expr.Root, Type> people, Map<String, Type> locals) {
    this.schema = schema;
    this.slot = slot;
    this.people = people;
    this.locals = locals;
  }

  /** Returns the types where there is no request. */
  static SlotTypes outside(Schema schema) {
    return new SlotTypes(schema, null, Map.of(), Map.of());
  }

  /** Returns these types with those of an approver or requester. */
  SlotTypes with(Expr.Root person, SortedSet<String> types) {
    return new SlotTypes(schema, slot, Map.of(person, Type.EntityType.of(types)), locals);
  }

  /** Returns the types inside a quantifier. */
  SlotTypes inside(Expr.Quantified quantified) {
    Map<String, Type> more = new HashMap<>(locals);
    if (of(quantified.sets().get(0).set()) instanceof Type.SetType set) {
      more.put(quantified.local(), set.element());
    }
    return new SlotTypes(schema, slot, people, more);
  }

  /** Returns the type of a path, or null for what is none. */
  @Nullable Type of(Expr expr) {
    if (expr instanceof Expr.Var root) {
      return root(root.root());
    }
    if (expr instanceof Expr.Local local) {
      return locals.get(local.name());
    }
    if (expr instanceof Expr.Member member) {
      Type.Field field = field(member.of(), member.name());
      return field != null ? field.type() : tag(of(member.of()));
    }
    return null;
  }

  private static @Nullable Type tag(@Nullable Type of) {
    return of instanceof Type.MapType map ? map.value() : null;
  }

  /** Returns the declared field of an entity or a record that a path leads to, or null. */
  Type.@Nullable Field field(Expr of, String name) {
    Type type = of(of);
    if (type instanceof Type.RecordType recordType) {
      return recordType.field(name);
    }
    if (type instanceof Type.EntityType entity) {
      for (String each : entity.types()) {
        EntityTypeDef def = schema.entityType(each);
        Type.Field field = def == null ? null : def.attributes().field(name);
        if (field != null) {
          return field;
        }
      }
    }
    return null;
  }

  /** Returns whether a set cannot be empty, of whichever type what holds it is. */
  boolean isFilled(Expr set) {
    if (set instanceof Expr.Member member && of(member.of()) instanceof Type.EntityType entity) {
      return entity.types().stream()
          .map(schema::entityType)
          .allMatch(def -> def != null && isFilled(def.attributes().field(member.name())));
    }
    return of(set) instanceof Type.SetType type && type.min() > 0;
  }

  private static boolean isFilled(Type.@Nullable Field field) {
    return field != null && field.type() instanceof Type.SetType type && type.min() > 0;
  }

  private @Nullable Type root(Expr.Root root) {
    ActionDef action = slot == null ? null : schema.action(slot.action());
    if (action == null || slot == null) {
      return people.get(root);
    }
    return switch (root) {
      case PRINCIPAL -> Type.EntityType.of(slot.principalType());
      case DELEGATOR, ORIGIN -> Type.EntityType.of(action.principalTypes());
      case RESOURCE -> Type.EntityType.of(slot.resourceType());
      case ARGS -> action.args();
      case FACTS -> action.facts();
      case SESSION -> schema.session();
      case APPROVER, REQUESTER -> people.get(root);
    };
  }

  /** A test of an expression that may ask for the types of its parts. */
  interface TypedTest {
    /** Returns whether the expression passes, its variables being of these types. */
    boolean test(Expr expr, SlotTypes types);
  }

  /** Returns the first expression in or below one that passes a test, or null. */
  @Nullable Expr first(Expr expr, TypedTest test) {
    if (test.test(expr, this)) {
      return expr;
    }
    for (Expr child : ExprChildren.of(expr)) {
      boolean body = expr instanceof Expr.Quantified each && child == each.body();
      SlotTypes types = body ? inside((Expr.Quantified) expr) : this;
      Expr found = types.first(child, test);
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  /** Returns whether a path is of an entity type that passes a test. */
  boolean isEntity(Expr expr, Predicate<EntityTypeDef> wanted) {
    return of(expr) instanceof Type.EntityType entity
        && entity.types().stream()
            .map(schema::entityType)
            .anyMatch(def -> def != null && wanted.test(def));
  }
}
