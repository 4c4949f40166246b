package dev.writ.core.persistent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PersistentMapTest {

  private static final EntryDigest<String, Integer> DIGEST =
      (key, value) -> (key + "=" + value).getBytes(StandardCharsets.UTF_8);

  private static PersistentMap<String, Integer> numbers(int size) {
    Map<String, Integer> all = new HashMap<>();
    IntStream.range(0, size).forEach(i -> all.put("k" + i, i));
    return PersistentMap.copyOf(all);
  }

  /** {@code "Aa"} and {@code "BB"} have one hash; so have all texts made of them. */
  private static String colliding(int number) {
    StringBuilder text = new StringBuilder();
    for (int bit = 0; bit < 14; bit++) {
      text.append((number >> bit & 1) == 0 ? "Aa" : "BB");
    }
    return text.toString();
  }

  @Test
  void empty_holdsNothing() {
    PersistentMap<String, Integer> empty = PersistentMap.empty();
    assertThat(empty).isEmpty();
    assertThat(empty.get("a")).isNull();
    assertThat(empty.without("a")).isSameAs(empty);
    assertThat(PersistentMap.copyOf(new HashMap<String, Integer>())).isSameAs(empty);
    assertThat(empty.with("a", 1).without("a")).isSameAs(empty);
    assertThat(empty.entrySet().iterator().hasNext()).isFalse();
  }

  @Test
  void with_sameValue_isTheSameMap() {
    PersistentMap<String, Integer> one = PersistentMap.<String, Integer>empty().with("a", 1);
    assertThat(one.with("a", 1)).isSameAs(one);
    assertThat(one.with("a", 2)).containsExactly(Map.entry("a", 2));
    assertThat(one).containsExactly(Map.entry("a", 1));
    assertThat(PersistentMap.copyOf(one)).isSameAs(one);
  }

  @Test
  @SuppressWarnings("NullAway") // null is what is tried
  void map_ofNull_isRefused() {
    PersistentMap<String, Integer> empty = PersistentMap.empty();
    assertThat(empty.get(null)).isNull();
    assertThatNullPointerException().isThrownBy(() -> empty.with("a", null));
    assertThatNullPointerException().isThrownBy(() -> empty.with(null, 1));
    HashMap<String, Integer> nothing = new HashMap<>();
    nothing.put("a", null);
    assertThatNullPointerException().isThrownBy(() -> PersistentMap.copyOf(nothing));
  }

  @Test
  void map_asJavaMap_isUnmodifiable() {
    PersistentMap<String, Integer> one = PersistentMap.<String, Integer>empty().with("a", 1);
    assertThatThrownBy(() -> one.put("b", 2)).isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(one::clear).isInstanceOf(UnsupportedOperationException.class);
    Iterator<String> keys = one.keySet().iterator();
    assertThat(keys.next()).isEqualTo("a");
    assertThatThrownBy(keys::next).isInstanceOf(NoSuchElementException.class);
    assertThatThrownBy(() -> one.entrySet().iterator().next().setValue(3))
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void change_ofOneAmongMany_sharesTheRest() {
    PersistentMap<String, Integer> before = numbers(100_000);
    PersistentMap<String, Integer> after = before.with("k77", -1).with("new", 0).without("k5");
    IdentityHashMap<Object, Object> known = new IdentityHashMap<>();
    count(before.root(), known);
    int nodes = known.size();
    count(after.root(), known);
    assertThat(nodes).isGreaterThan(3_000);
    assertThat(known.size() - nodes).isBetween(3, 15);
    assertThat(before.get("k77")).isEqualTo(77);
    assertThat(after.get("k77")).isEqualTo(-1);
  }

  private static void count(Node<?, ?> node, IdentityHashMap<Object, Object> known) {
    known.put(node, node);
    if (node instanceof Branch<?, ?> branch) {
      for (Object slot : branch.slots) {
        if (slot instanceof Node<?, ?> below) {
          count(below, known);
        }
      }
    }
  }

  @Test
  void keys_thatAllCollide_areFoundAndSorted() {
    Map<String, Integer> all = new HashMap<>();
    IntStream.range(0, 1 << 14).forEach(i -> all.put(colliding(i), i));
    PersistentMap<String, Integer> map = PersistentMap.copyOf(all);
    assertThat(all.keySet().stream().map(String::hashCode).distinct()).hasSize(1);
    all.forEach((key, value) -> assertThat(map.get(key)).isEqualTo(value));
    assertThat(map.get("BBAa")).isNull();
    assertThat(List.copyOf(map.keySet())).isSorted();
    assertThat(map.without(colliding(3)).get(colliding(3))).isNull();
    assertThat(map.without(colliding(3))).hasSize((1 << 14) - 1);
  }

  @Test
  void digest_dependsOnContentAlone() {
    PersistentMap<String, Integer> all = numbers(2_000);
    PersistentMap<String, Integer> step = PersistentMap.empty();
    for (int i = 1_999; i >= 0; i--) {
      step = step.with("k" + i, i);
    }
    byte[] digest = all.digest(DIGEST);
    assertThat(digest).hasSize(32);
    assertThat(step.digest(DIGEST)).isEqualTo(digest);
    assertThat(step.with("k7", 8).digest(DIGEST)).isNotEqualTo(digest);
    assertThat(step.with("k7", 8).with("k7", 7).digest(DIGEST)).isEqualTo(digest);
    assertThat(step.without("k7").digest(DIGEST)).isNotEqualTo(digest);
    assertThat(step.with("x", 7).without("x").digest(DIGEST)).isEqualTo(digest);
  }

  @Test
  void digest_ofCollidingKeys_tellsThemApart() {
    PersistentMap<String, Integer> one = PersistentMap.<String, Integer>empty().with("Aa", 1);
    PersistentMap<String, Integer> both = one.with("BB", 1);
    assertThat(both.digest(DIGEST)).isNotEqualTo(one.digest(DIGEST));
    assertThat(both.without("BB").digest(DIGEST)).isEqualTo(one.digest(DIGEST));
    assertThat(both.with("BB", 2).digest(DIGEST)).isNotEqualTo(both.digest(DIGEST));
  }

  @Test
  void digest_afterAChange_hashesOnlyWhatIsBesideIt() {
    int[] hashed = {0};
    EntryDigest<String, Integer> counting =
        (key, value) -> {
          hashed[0]++;
          return DIGEST.of(key, value);
        };
    PersistentMap<String, Integer> map = numbers(100_000);
    map.digest(counting);
    assertThat(hashed[0]).isEqualTo(100_000);
    hashed[0] = 0;
    map.with("k77", -1).digest(counting);
    assertThat(hashed[0]).isBetween(1, 100);
    hashed[0] = 0;
    map.digest(counting);
    assertThat(hashed[0]).isZero();
  }
}
