package dev.writ.dsl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

final class ProgressTest {
  private final ByteArrayOutputStream written = new ByteArrayOutputStream();
  private final AtomicLong nanos = new AtomicLong(7);

  @Test
  void run_ofLessThanASecond_showsNothing() {
    Progress progress = new Progress(new Output(written, true), nanos::get);
    nanos.addAndGet(999_999_999);
    progress.done(5);
    progress.clear();
    assertThat(written.toString(StandardCharsets.UTF_8)).isEmpty();
  }

  @Test
  void run_thatIsLong_showsCountAndRateAndTakesThemAway() {
    Progress progress = new Progress(new Output(written, true), nanos::get);
    nanos.addAndGet(2_000_000_000);
    progress.done(5_000);
    nanos.addAndGet(100_000_000);
    progress.done(5_001);
    progress.clear();
    progress.clear();
    assertThat(written.toString(StandardCharsets.UTF_8))
        .isEqualTo("\r\u001b[K5,000 requests, 2,500 a second\r\u001b[K");
  }

  @Test
  void run_awayFromATerminal_showsNothing() {
    Progress progress = new Progress(new Output(written, false), nanos::get);
    nanos.addAndGet(9_000_000_000L);
    progress.done(5);
    progress.clear();
    assertThat(written.toString(StandardCharsets.UTF_8)).isEmpty();
  }
}
