package dev.writ.core.ir;

import dev.writ.core.model.Json;
import dev.writ.core.model.JsonWriter;
import java.util.IdentityHashMap;
import java.util.function.Consumer;

/**
 * The canonical JSON text ({@link JsonWriter#canonical}) of a policy set while it is written, piece
 * by piece, so that no text or tree of a large set is ever whole. What rules share is written once
 * and repeated. For one thread.
 */
final class CanonicalText {
  private static final int PIECE = 16 << 10;
  private static final int MOST_KEPT = 1 << 16;
  private static final int LONGEST_KEPT = 1 << 10;

  private final StringBuilder out = new StringBuilder();
  private final IdentityHashMap<Object, String> kept = new IdentityHashMap<>();
  private final Consumer<String> pieces;
  private boolean keeping;

  /**
   * @param pieces takes the text
   */
  CanonicalText(Consumer<String> pieces) {
    this.pieces = pieces;
  }

  /** Adds a text that is canonical. */
  CanonicalText add(String text) {
    out.append(text);
    return this;
  }

  CanonicalText add(Json json) {
    JsonWriter.canonical(json, out);
    return this;
  }

  /**
   * Adds what may come again.
   *
   * @param value stands for it, as an object
   * @param writing adds it
   */
  void again(Object value, Runnable writing) {
    if (keeping) {
      writing.run();
      return;
    }
    String known = kept.get(value);
    if (known != null) {
      out.append(known);
      return;
    }
    int from = out.length();
    keeping = true;
    writing.run();
    keeping = false;
    if (kept.size() < MOST_KEPT && out.length() - from < LONGEST_KEPT) {
      kept.put(value, out.substring(from));
    }
  }

  /** A part is written: what is there may be passed on. */
  void written() {
    if (!keeping && out.length() > PIECE) {
      end();
    }
  }

  /** Passes on what is left. */
  void end() {
    pieces.accept(out.toString());
    out.setLength(0);
  }
}
