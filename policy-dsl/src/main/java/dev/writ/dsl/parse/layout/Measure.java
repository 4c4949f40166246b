package dev.writ.dsl.parse.layout;

import java.util.List;

/**
 * The measures of pieces that follow each other.
 *
 * @param width the width on one line, {@link Doc#BROKEN} at most
 * @param startsWithNotes whether the first piece does
 * @param endsWithNote whether the last piece does
 */
record Measure(int width, boolean startsWithNotes, boolean endsWithNote) {

  /** Measures pieces, each a gap of this width apart. */
  static Measure of(List<? extends Doc> parts, int gap) {
    int width = 0;
    boolean first = true;
    boolean starts = false;
    boolean ended = false;
    for (Doc part : parts) {
      width = Math.min(Doc.BROKEN, width + part.width() + (first ? 0 : gap));
      if (part instanceof Gap) {
        continue;
      }
      boolean takesOver = ended && part instanceof Word word && word.isSeparator();
      if ((ended && !takesOver) || (!first && part.startsWithNotes())) {
        width = Doc.BROKEN;
      }
      starts = first ? part.startsWithNotes() : starts;
      ended = takesOver || part.endsWithNote();
      first = false;
    }
    return new Measure(width, starts, ended);
  }
}
