package dev.writ.core.persistent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds after any changes, however the hashes of the keys fall. */
class PersistentMapProperties {

  /** A key whose hash is chosen. */
  record Key(int id, int hash) implements Comparable<Key> {
    @Override
    public boolean equals(Object other) {
      return other instanceof Key key && key.id == id;
    }

    @Override
    public int hashCode() {
      return hash;
    }

    @Override
    public int compareTo(Key other) {
      return Integer.compare(id, other.id);
    }
  }

  /** Puts the value, or takes the key away where it is negative. */
  record Step(Key key, int value) {}

  /** Ids fix hashes: two in five keys collide whole, others in their last bits or not at all. */
  private static Key key(int id) {
    return new Key(
        id,
        switch (id % 5) {
          case 0, 1 -> 7;
          case 2 -> 7 + (id << 30);
          case 3 -> id << 20;
          default -> id * 0x9E3779B9;
        });
  }

  @Provide
  Arbitrary<List<Step>> steps() {
    Arbitrary<Key> keys = Arbitraries.integers().between(0, 60).map(PersistentMapProperties::key);
    Arbitrary<Integer> values = Arbitraries.integers().between(-4, 6);
    return Combinators.combine(keys, values).as(Step::new).list().ofMaxSize(150);
  }

  @Property(tries = 400, edgeCases = EdgeCasesMode.NONE)
  void map_afterAnySteps_isWhatAHashMapIs(@ForAll("steps") List<Step> steps) {
    Map<Key, Integer> expected = new HashMap<>();
    PersistentMap<Key, Integer> map = PersistentMap.empty();
    List<Map<Key, Integer>> copies = new ArrayList<>();
    List<PersistentMap<Key, Integer>> maps = new ArrayList<>();
    for (Step step : steps) {
      if (step.value < 0) {
        expected.remove(step.key);
        map = map.without(step.key);
      } else {
        expected.put(step.key, step.value);
        map = map.with(step.key, step.value);
      }
      copies.add(Map.copyOf(expected));
      maps.add(map);
    }
    for (int i = 0; i < maps.size(); i++) {
      assertSame(maps.get(i), copies.get(i));
    }
  }

  private static void assertSame(PersistentMap<Key, Integer> map, Map<Key, Integer> expected) {
    assertThat(map).hasSize(expected.size());
    for (int id = 0; id <= 61; id++) {
      assertThat(map.get(key(id))).isEqualTo(expected.get(key(id)));
      assertThat(map.containsKey(key(id))).isEqualTo(expected.containsKey(key(id)));
    }
    Map<Key, Integer> walked = new HashMap<>();
    map.forEach((key, value) -> assertThat(walked.put(key, value)).isNull());
    assertThat(walked).isEqualTo(expected);
    assertThat(map.equals(expected)).isTrue();
    assertThat(map.hashCode()).isEqualTo(expected.hashCode());
  }

  @Property(tries = 400, edgeCases = EdgeCasesMode.NONE)
  void shape_dependsOnWhatIsInIt_notOnTheSteps(@ForAll("steps") List<Step> steps) {
    PersistentMap<Key, Integer> map = PersistentMap.empty();
    for (Step step : steps) {
      map = step.value < 0 ? map.without(step.key) : map.with(step.key, step.value);
    }
    assertThat(shape(map.root())).isEqualTo(shape(PersistentMap.copyOf(new HashMap<>(map)).root()));
  }

  private static String shape(Node<Key, Integer> node) {
    StringBuilder text = new StringBuilder();
    if (node instanceof Branch<Key, Integer> branch) {
      text.append('[');
      for (Object slot : branch.slots) {
        text.append(slot instanceof Node<?, ?> below ? shape(cast(below)) : slot).append(' ');
      }
      return text.append(']').append(branch.entries).append('/').append(branch.nodes).toString();
    }
    return text.append(List.of(((Collision<Key, Integer>) node).slots)).toString();
  }

  @SuppressWarnings("unchecked")
  private static Node<Key, Integer> cast(Node<?, ?> node) {
    return (Node<Key, Integer>) node;
  }
}
