package dev.writ.core.plan;

import dev.writ.core.model.EntityId;
import dev.writ.core.model.Value;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Constants that a value is, or groups that an entity is in. */
final class ValueVocabulary implements Vocabulary {
  private final boolean groups;
  private final Map<Value, Integer> numbers = new HashMap<>();

  ValueVocabulary(boolean groups) {
    this.groups = groups;
  }

  private static Collection<? extends Value> values(Anchor anchor) {
    if (anchor instanceof Anchor.OneOf oneOf) {
      return oneOf.values();
    }
    if (anchor instanceof Anchor.In in) {
      return in.groups();
    }
    throw new IllegalArgumentException("no constants: " + anchor);
  }

  @Override
  public void add(Anchor anchor) {
    values(anchor).forEach(value -> numbers.putIfAbsent(value, numbers.size()));
  }

  @Override
  public List<Integer> numbers(Anchor anchor) {
    List<Integer> asked = new ArrayList<>();
    for (Value value : values(anchor)) {
      asked.add(numbers.getOrDefault(value, -1));
    }
    return asked;
  }

  @Override
  public int size() {
    return numbers.size();
  }

  @Override
  public Tokens tokens(Node attribute) {
    Map<Value, int[]> tokens = new HashMap<>();
    numbers.forEach((value, number) -> tokens.put(value, new int[] {number}));
    return groups ? new GroupTokens(attribute, numbers) : new ValueTokens(attribute, tokens);
  }

  private record ValueTokens(Node attribute, Map<Value, int[]> tokens) implements Tokens {
    @Override
    public int[] of(View view, Moment moment) {
      Value value = attribute.value(view, moment, Node.NO_LOCALS);
      return value == null ? NONE : tokens.getOrDefault(value, NONE);
    }
  }

  /** The groups that an entity is in. */
  record GroupTokens(Node attribute, Map<Value, Integer> numbers) implements Tokens {
    @Override
    public int[] of(View view, Moment moment) {
      Value value = attribute.value(view, moment, Node.NO_LOCALS);
      Set<EntityId> above =
          value instanceof EntityId entity ? EntityOps.ancestors(entity, view, moment) : null;
      return above == null
          ? NONE
          : above.stream()
              .filter(numbers::containsKey)
              .mapToInt(group -> numbers.getOrDefault(group, -1))
              .toArray();
    }
  }
}
