package dev.writ.dsl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

final class ColorModeTest {

  @Test
  void auto_byTerminalAndEnvironment_coloursOnlyATerminalThatWantsIt() {
    assertThat(ColorMode.auto.colours(true, Map.of())).isTrue();
    assertThat(ColorMode.auto.colours(false, Map.of())).isFalse();
    assertThat(ColorMode.auto.colours(true, Map.of("NO_COLOR", "1"))).isFalse();
    assertThat(ColorMode.auto.colours(true, Map.of("NO_COLOR", ""))).isTrue();
    assertThat(ColorMode.auto.colours(true, Map.of("TERM", "dumb"))).isFalse();
    assertThat(ColorMode.auto.colours(true, Map.of("TERM", "xterm"))).isTrue();
  }

  @Test
  void alwaysAndNever_whateverElse_meanWhatTheySay() {
    assertThat(ColorMode.always.colours(false, Map.of("NO_COLOR", "1"))).isTrue();
    assertThat(ColorMode.never.colours(true, Map.of())).isFalse();
  }
}
