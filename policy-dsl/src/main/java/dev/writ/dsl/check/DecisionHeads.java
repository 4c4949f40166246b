package dev.writ.dsl.check;

import dev.writ.core.model.EntityId;
import dev.writ.dsl.ast.AnyOfType;
import dev.writ.dsl.ast.EntityRef;
import dev.writ.dsl.ast.Exactly;
import dev.writ.dsl.ast.InPlace;
import dev.writ.dsl.ast.NotInPlace;
import dev.writ.dsl.ast.PlaceEntities;
import dev.writ.dsl.ast.PlacePath;
import dev.writ.dsl.ast.PlaceVisitor;
import dev.writ.dsl.ast.TypePattern;
import dev.writ.dsl.ast.TypePatternVisitor;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The heads of approvals, confirmations and lets, by id, and whether another head lies inside.
 *
 * <p>Inside means: every slot is spanned, and where the outer head asks for more than a type, the
 * inner asks for the same or for less of it. What cannot be told from the text counts as outside.
 */
final class DecisionHeads {
  private final Map<String, SpannedHead> heads = new TreeMap<>();

  void put(String id, SpannedHead head) {
    heads.put(id, head);
  }

  /** Returns the head of a declaration, or null where it has errors. */
  @Nullable SpannedHead head(String id) {
    return heads.get(id);
  }

  /** Returns whether what one head spans in a slot lies inside another head. */
  static boolean covers(SpannedHead outer, SpannedHead inner, HeadSlot slot, EntityRefs refs) {
    return outer.slots().contains(slot)
        && covers(
            patterns(outer.principals(), slot.principalType(), outer, refs),
            patterns(inner.principals(), slot.principalType(), inner, refs))
        && covers(
            patterns(outer.resources(), slot.resourceType(), outer, refs),
            patterns(inner.resources(), slot.resourceType(), inner, refs));
  }

  private static List<Reach> patterns(
      Map<String, List<TypePattern>> byType, String type, SpannedHead head, EntityRefs refs) {
    List<TypePattern> written = byType.getOrDefault(type, List.of());
    return written.isEmpty()
        ? List.of(Reach.ALL)
        : written.stream().map(pattern -> Reach.of(pattern, head.scope(), refs)).toList();
  }

  private static boolean covers(List<Reach> outer, List<Reach> inner) {
    return inner.stream().allMatch(part -> outer.stream().anyMatch(whole -> whole.covers(part)));
  }

  /**
   * Which entities of a type a pattern reaches.
   *
   * @param all whether all
   * @param one the one entity, or null
   * @param within the entities they are in, any of them; or the text of a path
   */
  private record Reach(boolean all, @Nullable EntityId one, Set<Object> within) {
    static final Reach ALL = new Reach(true, null, Set.of());

    static Reach of(TypePattern pattern, FileScope scope, EntityRefs refs) {
      return pattern.accept(new OfPattern(scope, refs));
    }

    boolean covers(Reach part) {
      if (all || part.all) {
        return all;
      }
      if (one != null) {
        return one.equals(part.one);
      }
      return part.one != null
          ? within.contains(part.one)
          : !part.within.isEmpty() && within.containsAll(part.within);
    }
  }

  private record OfPattern(FileScope scope, EntityRefs refs)
      implements TypePatternVisitor<Reach>, PlaceVisitor<Set<Object>> {

    @Override
    public Reach visitAnyOfType(AnyOfType node) {
      return Reach.ALL;
    }

    @Override
    public Reach visitInPlace(InPlace node) {
      return new Reach(false, null, node.place().accept(this));
    }

    @Override
    public Reach visitNotInPlace(NotInPlace node) {
      return new Reach(false, null, Set.of());
    }

    @Override
    public Reach visitExactly(Exactly node) {
      return new Reach(false, entity(node.entity()), Set.of());
    }

    @Override
    public Set<Object> visitEntities(PlaceEntities node) {
      return node.entities().stream().map(this::entity).collect(Collectors.toSet());
    }

    @Override
    public Set<Object> visitPath(PlacePath node) {
      return Set.of(node.path().text());
    }

    private EntityId entity(EntityRef ref) {
      EntityId id = refs.resolve(ref, scope);
      return id == null ? EntityId.of("?", "?") : id;
    }
  }
}
