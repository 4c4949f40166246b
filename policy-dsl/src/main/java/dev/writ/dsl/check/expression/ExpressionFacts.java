package dev.writ.dsl.check.expression;

import dev.writ.core.model.Type;
import dev.writ.core.model.Value;
import dev.writ.dsl.ast.Expression;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What checking found about the nodes of an expression, by the identity of the node.
 *
 * <p>Facts belong to one slot: the same text checked for another slot has other facts. They are
 * complete only where {@link #ok} is true.
 */
public final class ExpressionFacts {
  private final IdentityHashMap<Expression, Type> types = new IdentityHashMap<>();
  private final IdentityHashMap<Expression, Value> constants = new IdentityHashMap<>();
  private final IdentityHashMap<Expression, Meaning> meanings = new IdentityHashMap<>();
  private final Set<Expression> unreachable = Collections.newSetFromMap(new IdentityHashMap<>());
  private final SortedSet<String> zones;
  private boolean ok = true;
  private long cost;

  ExpressionFacts() {
    this(new TreeSet<>());
  }

  private ExpressionFacts(SortedSet<String> zones) {
    this.zones = zones;
  }

  /** Facts about the body of a let, which share the zones. */
  ExpressionFacts inner() {
    return new ExpressionFacts(zones);
  }

  /** Returns how many nodes may be evaluated at most, over all that was checked together. */
  public long cost() {
    return cost;
  }

  void cost(long most) {
    cost = most;
  }

  /** Returns whether no error was reported, so that the expression can be lowered. */
  public boolean ok() {
    return ok;
  }

  /**
   * Returns the type of a node.
   *
   * @throws IllegalStateException if the node was not checked, or is in error
   */
  public Type typeOf(Expression node) {
    Type type = types.get(node);
    if (type == null) {
      throw new IllegalStateException("no type was found for " + node);
    }
    return type;
  }

  /** Returns the value of a node that is a constant, or null. */
  public @Nullable Value constant(Expression node) {
    return constants.get(node);
  }

  /**
   * Returns whether a node can never matter, because what stands to its left is never so in this
   * slot. It was not checked.
   */
  public boolean isUnreachable(Expression node) {
    return unreachable.contains(node);
  }

  /**
   * Returns what a node means.
   *
   * @throws IllegalStateException if it has no such meaning
   */
  public <M extends Meaning> M meaning(Expression node, Class<M> kind) {
    M found = find(node, kind);
    if (found == null) {
      throw new IllegalStateException("no " + kind.getSimpleName() + " was found for " + node);
    }
    return found;
  }

  /** Returns what a node means, or null where it has no such meaning. */
  public <M extends Meaning> @Nullable M find(Expression node, Class<M> kind) {
    Meaning meaning = meanings.get(node);
    return kind.isInstance(meaning) ? kind.cast(meaning) : null;
  }

  /** Returns the time zones that the expression names, those in lets included. */
  public SortedSet<String> zones() {
    return Collections.unmodifiableSortedSet(zones);
  }

  void type(Expression node, Type type) {
    types.put(node, type);
  }

  void constant(Expression node, Value value) {
    constants.put(node, value);
  }

  void meaning(Expression node, Meaning meaning) {
    meanings.put(node, meaning);
  }

  void unreachable(Expression node) {
    unreachable.add(node);
  }

  void zone(String zone) {
    zones.add(zone);
  }

  void failed() {
    ok = false;
  }
}
