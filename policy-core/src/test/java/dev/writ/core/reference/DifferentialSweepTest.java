package dev.writ.core.reference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.writ.core.reference.SweepLog.Block;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Very many cases of the differential test, in a process of their own. Runs where {@code sweep.log}
 * names the file in which finished seeds are kept: what stands there is not compared again, so that
 * a sweep may be ended and begun again. {@code sweep.cases}, {@code sweep.seed} and {@code
 * sweep.threads} say how many, from where, and by how many threads.
 */
@EnabledIfSystemProperty(named = "sweep.log", matches = ".+")
final class DifferentialSweepTest {
  private static final long CASES = Long.getLong("sweep.cases", 200_000);
  private static final long SEED = Long.getLong("sweep.seed", 1);
  private static final int THREADS =
      Integer.getInteger("sweep.threads", Runtime.getRuntime().availableProcessors());

  @Test
  void verdict_inVeryManyWorlds_isTheReferences() throws Exception {
    long started = System.nanoTime();
    SweepLog log =
        new SweepLog(
            Path.of(Objects.requireNonNull(System.getProperty("sweep.log"))).toAbsolutePath(),
            commit());
    long each = (long) SweepWorker.SEEDS * DifferentialRun.REQUESTS;
    int blocks = Math.toIntExact((CASES + each - 1) / each);
    assertThat(worker(log, blocks).waitFor()).as("how the process ended").isZero();
    long end = SEED + (long) blocks * SweepWorker.SEEDS;
    List<Block> done = new ArrayList<>(log.blocks());
    done.removeIf(block -> block.seed() < SEED || block.seed() >= end);
    long differences = done.stream().mapToLong(Block::differences).sum();
    System.out.printf(
        "differential: %d cases, %d comparisons, seeds %d to %d, %d differences,"
            + " commit %s, %d s by %d threads%n",
        done.stream().mapToLong(Block::cases).sum(),
        done.stream().mapToLong(Block::comparisons).sum(),
        SEED,
        end - 1,
        differences,
        log.commit(),
        (System.nanoTime() - started) / 1_000_000_000,
        THREADS);
    assertThat(done).hasSize(blocks);
    assertThat(done).allMatch(block -> block.comparisons() > block.cases());
    assertThat(differences).isZero();
  }

  private static Process worker(SweepLog log, int blocks) throws IOException {
    return new ProcessBuilder(
            ProcessHandle.current().info().command().orElse("java"),
            "-Xmx1g",
            "-XX:+UseSerialGC",
            "-cp",
            System.getProperty("java.class.path"),
            SweepWorker.class.getName(),
            log.file().toString(),
            log.commit(),
            Long.toString(SEED),
            Integer.toString(blocks),
            Integer.toString(THREADS))
        .inheritIO()
        .start();
  }

  /** The commit of the work tree, with a mark where it was changed since. */
  private static String commit() throws IOException, InterruptedException {
    Process git =
        new ProcessBuilder("git", "describe", "--always", "--dirty", "--abbrev=12")
            .redirectErrorStream(true)
            .start();
    String told = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).trim();
    return git.waitFor() == 0 ? told : "unknown";
  }
}
