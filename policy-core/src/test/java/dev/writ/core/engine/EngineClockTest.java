package dev.writ.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

class EngineClockTest {

  @Test
  void read_sourceGoesBack_staysWhereItWas() {
    Deque<Long> instants = new ArrayDeque<>(List.of(100L, 50L, 101L));
    EngineClock clock = new EngineClock(() -> Instant.ofEpochMilli(instants.remove()));

    assertThat(clock.read()).isEqualTo(new EngineClock.Reading(100, true));
    assertThat(clock.read()).isEqualTo(new EngineClock.Reading(100, true));
    assertThat(clock.read()).isEqualTo(new EngineClock.Reading(101, true));
  }

  @Test
  void read_sourceBeforeTheEpoch_isTaken() {
    EngineClock clock = new EngineClock(() -> Instant.ofEpochMilli(-5));

    assertThat(clock.read()).isEqualTo(new EngineClock.Reading(-5, true));
  }

  @Test
  void read_sourceThrows_isUnreliableAtTheLastInstant() {
    Deque<Long> instants = new ArrayDeque<>(List.of(100L));
    EngineClock clock = new EngineClock(() -> Instant.ofEpochMilli(instants.remove()));
    clock.read();

    assertThat(clock.read()).isEqualTo(new EngineClock.Reading(100, false));
  }

  @Test
  void read_instantBeyondMilliseconds_isUnreliable() {
    EngineClock clock = new EngineClock(() -> Instant.MAX);

    assertThat(clock.read()).isEqualTo(new EngineClock.Reading(0, false));
  }
}
