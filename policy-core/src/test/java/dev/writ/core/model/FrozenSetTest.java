package dev.writ.core.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FrozenSetTest {

  /** An element whose hash is the same as that of every other. */
  private record Alike(int number) {
    @Override
    public int hashCode() {
      return 0;
    }
  }

  @Test
  void of_elementsTwice_keepsTheFirstInTheirOrder() {
    FrozenSet<String> set = new FrozenSet<>(List.of("b", "a", "b", "c", "a"));

    assertThat(set).containsExactly("b", "a", "c").hasSize(3);
  }

  @Test
  void contains_whatItHas_andNothingElse() {
    Random random = new Random(7);
    for (int size = 0; size < 200; size++) {
      Set<Integer> expected = new HashSet<>();
      random.ints(size, -50, 200).forEach(expected::add);
      FrozenSet<Integer> set = new FrozenSet<>(expected);
      for (int i = -60; i < 210; i++) {
        assertThat(set.contains(i)).isEqualTo(expected.contains(i));
      }
      assertThat(set).isEqualTo(expected).hasSameHashCodeAs(expected);
    }
  }

  @Test
  void contains_sameHashes_areToldApart() {
    FrozenSet<Alike> set = new FrozenSet<>(List.of(new Alike(1), new Alike(2), new Alike(3)));

    assertThat(set.contains(new Alike(2))).isTrue();
    assertThat(set.contains(new Alike(4))).isFalse();
    assertThat(set).hasSize(3);
  }

  @Test
  void contains_nullOrAnotherKind_isFalse() {
    Set<?> set = new FrozenSet<>(List.of("a"));

    assertThat(set.contains(null)).isFalse();
    assertThat(set.contains(1)).isFalse();
    assertThat(new FrozenSet<>(List.of()).contains("a")).isFalse();
  }

  @Test
  void of_null_isRefused() {
    assertThatThrownBy(() -> new FrozenSet<>(Arrays.asList("a", null)))
        .isInstanceOf(NullPointerException.class);
  }

  @Test
  void iterator_beyondTheEnd_throws() {
    Iterator<String> iterator = new FrozenSet<>(List.of("a")).iterator();
    iterator.next();

    assertThat(iterator.hasNext()).isFalse();
    assertThatThrownBy(iterator::next).isInstanceOf(NoSuchElementException.class);
    assertThatThrownBy(iterator::remove).isInstanceOf(UnsupportedOperationException.class);
  }
}
