package dev.writ.core.reference;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The file in which a sweep keeps what is finished: a line for each block of seeds. Several
 * processes append to it; a line is written whole or not at all.
 *
 * @param file the file, which need not exist
 * @param commit what is compared; lines of another are left alone
 */
record SweepLog(Path file, String commit) {

  /**
   * A finished block.
   *
   * @param seed the first seed of the block
   * @param seeds how many seeds
   * @param cases how many requests were made
   * @param comparisons how many verdicts were compared
   * @param differences how many differed
   */
  record Block(long seed, int seeds, long cases, long comparisons, long differences) {

    private String line(String commit) {
      return "seeds %d+%d cases %d comparisons %d differences %d commit %s%n"
          .formatted(seed, seeds, cases, comparisons, differences, commit);
    }

    private static Block of(String[] words) {
      String[] seeds = words[1].split("\\+", -1);
      return new Block(
          Long.parseLong(seeds[0]),
          Integer.parseInt(seeds[1]),
          Long.parseLong(words[3]),
          Long.parseLong(words[5]),
          Long.parseLong(words[7]));
    }
  }

  void append(Block block) throws IOException {
    try (FileChannel out =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
      out.write(ByteBuffer.wrap(block.line(commit).getBytes(StandardCharsets.UTF_8)));
    }
  }

  /** The finished blocks of this commit, each once. */
  List<Block> blocks() throws IOException {
    Map<Long, Block> blocks = new LinkedHashMap<>();
    if (Files.exists(file)) {
      for (String line : Files.readAllLines(file)) {
        String[] words = line.split(" ", -1);
        if (words.length == 10 && words[9].equals(commit)) {
          Block block = Block.of(words);
          blocks.put(block.seed(), block);
        }
      }
    }
    return new ArrayList<>(blocks.values());
  }
}
