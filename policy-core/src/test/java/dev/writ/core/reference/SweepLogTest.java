package dev.writ.core.reference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.writ.core.reference.SweepLog.Block;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SweepLogTest {
  private static final Block FIRST = new Block(1, 128, 2_048, 3_700, 0);
  private static final Block SECOND = new Block(129, 128, 2_048, 3_712, 1);

  @TempDir Path folder;

  private SweepLog log(String commit) {
    return new SweepLog(folder.resolve("sweep.log"), commit);
  }

  @Test
  void blocks_noFileYet_areNone() throws IOException {
    assertThat(log("a").blocks()).isEmpty();
  }

  @Test
  void blocks_appendedByTwo_areAllThereOnce() throws IOException {
    log("a").append(FIRST);
    log("a").append(SECOND);
    log("a").append(FIRST);

    assertThat(log("a").blocks()).containsExactly(FIRST, SECOND);
  }

  @Test
  void blocks_ofAnotherCommitOrCutShort_areNotFinished() throws IOException {
    log("b").append(FIRST);
    log("a").append(SECOND);
    Files.writeString(folder.resolve("sweep.log"), "seeds 257+128 cas", StandardOpenOption.APPEND);

    assertThat(log("a").blocks()).containsExactly(SECOND);
  }
}
