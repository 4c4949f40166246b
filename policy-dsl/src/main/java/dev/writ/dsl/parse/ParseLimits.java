package dev.writ.dsl.parse;

/**
 * What one policy file may hold at most; beyond it there is a diagnostic and no tree.
 *
 * @param fileSize the size of a file in bytes, and of a text in UTF-16 units
 * @param depth how deep brackets and operators may be nested
 * @param tokens how many words and signs, comments included
 * @param literalLength the length of one literal or name in UTF-16 units
 * @param diagnostics how many diagnostics are reported before the parser gives up
 */
public record ParseLimits(int fileSize, int depth, int tokens, int literalLength, int diagnostics) {

  /**
   * Checks that every limit is positive.
   *
   * @throws IllegalArgumentException if one is not, or if {@code depth} is beyond 200, where the
   *     parser would exhaust the stack
   */
  public ParseLimits {
    if (fileSize < 1 || depth < 1 || tokens < 1 || literalLength < 1 || diagnostics < 1) {
      throw new IllegalArgumentException("a limit is not positive");
    }
    if (depth > 200) {
      throw new IllegalArgumentException("a depth of " + depth + " is beyond 200");
    }
  }

  /**
   * Returns the default limits: 4 MiB, depth 100, 1,000,000 tokens, literals of 65,536 units, 1,000
   * diagnostics.
   */
  public static ParseLimits defaults() {
    return new ParseLimits(4 << 20, 100, 1_000_000, 1 << 16, 1_000);
  }

  /** Returns these limits with another file size. */
  public ParseLimits withFileSize(int size) {
    return new ParseLimits(size, depth, tokens, literalLength, diagnostics);
  }

  /** Returns these limits with another depth. */
  public ParseLimits withDepth(int levels) {
    return new ParseLimits(fileSize, levels, tokens, literalLength, diagnostics);
  }

  /** Returns these limits with another number of tokens. */
  public ParseLimits withTokens(int count) {
    return new ParseLimits(fileSize, depth, count, literalLength, diagnostics);
  }
}
