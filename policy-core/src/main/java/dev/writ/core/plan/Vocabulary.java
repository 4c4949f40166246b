package dev.writ.core.plan;

import java.util.List;

/**
 * What conditions ask of one attribute in one way, as numbers: a condition asks for some, a value
 * meets some, and where a condition is true its value meets one of those that it asks for. Mutable
 * while an index is built: first everything is added, then {@link #tokens} is asked for.
 */
interface Vocabulary {

  /** Takes what a condition asks. */
  void add(Anchor anchor);

  /** The numbers that a condition asks for, of which a value must meet one. */
  List<Integer> numbers(Anchor anchor);

  /** How many different things are asked. */
  int size();

  /** What the value of the attribute meets. */
  Tokens tokens(Node attribute);

  /** A vocabulary for anchors like this one. */
  static Vocabulary like(Anchor anchor) {
    if (anchor instanceof Anchor.Within) {
      return new RangeVocabulary();
    }
    return anchor instanceof Anchor.Edge edge
        ? new TextVocabulary(edge.behind())
        : new ValueVocabulary(anchor instanceof Anchor.In);
  }
}
