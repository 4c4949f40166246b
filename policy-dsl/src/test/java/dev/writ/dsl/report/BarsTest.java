package dev.writ.dsl.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

final class BarsTest {
  private static final Bars THREE =
      new Bars(List.of(bar("1 ns", 8, "80 %"), bar("20 ns", 1.5, "15 %"), bar("x", 0.001, "5 %")));

  private static Bars.Bar bar(String label, double value, String note) {
    return new Bars.Bar(Cell.of(label), value, Cell.of(note, Ink.FAINT));
  }

  @Test
  void bars_onAWideTerminal_areOfOneLengthAtMost() {
    assertThat(THREE.render(200, false)).isEqualTo(THREE.render(0, false));
    assertThat(THREE.render(0, false).lines())
        .allMatch(line -> line.length() == 5 + 2 + 48 + 2 + 4);
  }

  @Test
  void bars_onANarrowTerminal_fitItAndKeepTheirProportions() {
    assertThat(THREE.render(21, false))
        .isEqualTo(
            """
             1 ns  ████████  80 %
            20 ns  █▌        15 %
                x  ▏          5 %
            """);
  }

  @Test
  void bars_withoutRoom_areStillSeen() {
    assertThat(THREE.render(3, false)).isEqualTo(THREE.render(21, false));
  }

  @Test
  void bars_ofNothing_areEmpty() {
    assertThat(new Bars(List.of()).render(80, true)).isEmpty();
    assertThat(new Bars(List.of(bar("a", 0, "-"))).render(13, false)).isEqualTo("a            -\n");
  }

  @Test
  void bars_inColour_paintLabelBarAndNote() {
    assertThat(new Bars(List.of(bar("a", 1, "b"))).render(12, true))
        .isEqualTo("a  \u001b[36m████████\u001b[0m  \u001b[2mb\u001b[0m\n");
  }

  @Test
  void bar_ofNoLength_isRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> bar("a", -1, ""));
    assertThatIllegalArgumentException().isThrownBy(() -> bar("a", Double.NaN, ""));
  }
}
