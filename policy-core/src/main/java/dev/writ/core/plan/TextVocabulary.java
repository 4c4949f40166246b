package dev.writ.core.plan;

import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;

/**
 * Starts of texts, or ends. The texts asked for are kept sorted, each with the longest other that
 * it starts with; of all that a value starts with, the longest is the one sorted next before the
 * value, or one of those that that one starts with.
 */
final class TextVocabulary implements Vocabulary {
  private final boolean behind;
  private final TreeMap<String, Integer> numbers = new TreeMap<>();

  /**
   * @param behind whether ends are asked for
   */
  TextVocabulary(boolean behind) {
    this.behind = behind;
  }

  private String key(Anchor anchor) {
    if (anchor instanceof Anchor.Edge edge && edge.behind() == behind) {
      return directed(edge.text(), behind);
    }
    throw new IllegalArgumentException("no such text: " + anchor);
  }

  /** The text, turned round where ends are asked for; halves of surrogate pairs may part. */
  private static String directed(String text, boolean behind) {
    if (!behind) {
      return text;
    }
    char[] turned = new char[text.length()];
    for (int i = 0; i < turned.length; i++) {
      turned[i] = text.charAt(turned.length - 1 - i);
    }
    return new String(turned);
  }

  @Override
  public void add(Anchor anchor) {
    numbers.putIfAbsent(key(anchor), numbers.size());
  }

  @Override
  public List<Integer> numbers(Anchor anchor) {
    return List.of(numbers.getOrDefault(key(anchor), -1));
  }

  @Override
  public int size() {
    return numbers.size();
  }

  @Override
  public Tokens tokens(Node attribute) {
    String[] texts = numbers.keySet().toArray(String[]::new);
    int[] parents = new int[texts.length];
    int[][] met = new int[texts.length][];
    for (int i = 0; i < texts.length; i++) {
      int parent = i - 1;
      while (parent >= 0 && !texts[i].startsWith(texts[parent])) {
        parent = parents[parent];
      }
      parents[i] = parent;
      int[] above = parent < 0 ? Tokens.NONE : met[parent];
      met[i] = Arrays.copyOf(above, above.length + 1);
      met[i][above.length] = numbers.getOrDefault(texts[i], -1);
    }
    return new TextTokens(attribute, behind, longest(texts), texts, parents, met);
  }

  private static int longest(String[] texts) {
    return Arrays.stream(texts).mapToInt(String::length).max().orElse(0);
  }

  /** The starts that a text meets. */
  private static final class TextTokens implements Tokens {
    private final Node attribute;
    private final boolean behind;
    private final int longest;
    private final String[] texts;
    private final int[] parents;
    private final int[][] met;

    TextTokens(
        Node attribute, boolean behind, int longest, String[] texts, int[] parents, int[][] met) {
      this.attribute = attribute;
      this.behind = behind;
      this.longest = longest;
      this.texts = texts;
      this.parents = parents;
      this.met = met;
    }

    @Override
    public int[] of(View view, Moment moment) {
      String text = AnchorSearch.textOf(attribute.value(view, moment, Node.NO_LOCALS));
      if (text == null) {
        return NONE;
      }
      String edge = text;
      if (behind) {
        edge = directed(text.substring(Math.max(0, text.length() - longest)), true);
      }
      int at = Arrays.binarySearch(texts, edge);
      at = at < 0 ? -at - 2 : at;
      while (at >= 0 && !edge.startsWith(texts[at])) {
        at = parents[at];
      }
      return at < 0 ? NONE : met[at];
    }
  }
}
