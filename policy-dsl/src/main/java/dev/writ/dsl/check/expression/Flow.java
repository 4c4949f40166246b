package dev.writ.dsl.check.expression;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What is proved about a request at one point of an expression.
 *
 * <p>Immutable. An expression that is true and one that is false each prove something; {@code and},
 * {@code or}, {@code not}, {@code if} and quantifiers put it together.
 *
 * @param reachable whether there can be such a request at all
 * @param delegator whether there is a delegator
 * @param present the optional fields, tags and parts that are there
 * @param types the entity types that are left where a test has excluded some
 */
record Flow(
    boolean reachable,
    boolean delegator,
    Set<AccessPath> present,
    Map<AccessPath, SortedSet<String>> types) {

  private static final Flow NOWHERE = new Flow(false, false, Set.of(), Map.of());

  Flow {
    present = Set.copyOf(present);
    types = Map.copyOf(types);
  }

  static Flow start(boolean delegator) {
    return new Flow(true, delegator, Set.of(), Map.of());
  }

  Flow nowhere() {
    return NOWHERE;
  }

  Flow withDelegator() {
    return reachable ? new Flow(true, true, present, types) : this;
  }

  Flow with(@Nullable AccessPath there) {
    if (!reachable || there == null) {
      return this;
    }
    Set<AccessPath> more = new HashSet<>(present);
    more.add(there);
    return new Flow(true, delegator, more, types);
  }

  /** This flow where an entity is of one of these types; nowhere if there is none. */
  Flow narrow(@Nullable AccessPath path, SortedSet<String> left) {
    if (!reachable || left.isEmpty()) {
      return NOWHERE;
    }
    if (path == null) {
      return this;
    }
    Map<AccessPath, SortedSet<String>> more = new HashMap<>(types);
    more.put(path, left);
    return new Flow(true, delegator, present, more);
  }

  /** What holds on both ways here. */
  Flow or(Flow other) {
    if (!reachable) {
      return other;
    }
    if (!other.reachable) {
      return this;
    }
    Set<AccessPath> both = new HashSet<>(present);
    both.retainAll(other.present);
    Map<AccessPath, SortedSet<String>> either = new HashMap<>();
    types.forEach(
        (path, left) -> {
          SortedSet<String> right = other.types.get(path);
          if (right != null) {
            SortedSet<String> union = new TreeSet<>(left);
            union.addAll(right);
            either.put(path, union);
          }
        });
    return new Flow(true, delegator && other.delegator, both, either);
  }

  /**
   * What this flow proves where nothing is known but the base: without what was assumed when it was
   * found. An operand of {@code and} may be false while those to its left are errors, so what they
   * would have proved does not count.
   */
  Flow without(Flow assumed, Flow base) {
    if (!reachable) {
      return this;
    }
    Set<AccessPath> own = new HashSet<>(present);
    own.removeAll(assumed.present);
    own.addAll(base.present);
    Map<AccessPath, SortedSet<String>> ownTypes = new HashMap<>(base.types);
    types.forEach(
        (path, left) -> {
          SortedSet<String> widened = widened(left, assumed.types.get(path), base.types.get(path));
          if (widened != null) {
            ownTypes.put(path, widened);
          }
        });
    return new Flow(true, (delegator && !assumed.delegator) || base.delegator, own, ownTypes);
  }

  private static @Nullable SortedSet<String> widened(
      SortedSet<String> left,
      @Nullable SortedSet<String> assumed,
      @Nullable SortedSet<String> base) {
    if (assumed == null || Objects.equals(assumed, base)) {
      return left;
    }
    if (base == null || left.equals(assumed)) {
      return base;
    }
    SortedSet<String> wide = new TreeSet<>(base);
    wide.removeAll(assumed);
    wide.addAll(left);
    return wide;
  }

  /** This flow without what it says of some variables, which end here. */
  Flow forgetting(Collection<LocalVariable> variables) {
    Set<AccessPath> kept = new HashSet<>(present);
    kept.removeIf(path -> variables.contains(path.start()));
    Map<AccessPath, SortedSet<String>> keptTypes = new HashMap<>(types);
    keptTypes.keySet().removeIf(path -> variables.contains(path.start()));
    return new Flow(reachable, delegator, kept, keptTypes);
  }
}
