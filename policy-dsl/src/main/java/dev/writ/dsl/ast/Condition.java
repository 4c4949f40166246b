package dev.writ.dsl.ast;

import dev.writ.dsl.source.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The condition of a rule: its lets, {@code when A} and {@code unless C}, together {@code A and not
 * C}.
 *
 * <p>Its span is empty where nothing is written.
 *
 * @param lets the lets in the order written
 * @param when what follows {@code when}, or null
 * @param unless what follows {@code unless}, or null
 * @param onlyIfGiven whether the rule says {@code only if given}
 * @param span where it stands
 */
public record Condition(
    List<LocalLet> lets,
    @Nullable Expression when,
    @Nullable Expression unless,
    boolean onlyIfGiven,
    Span span) {

  /** Copies the lists. */
  public Condition {
    lets = List.copyOf(lets);
  }

  /** Returns whether neither {@code when} nor {@code unless} is given. */
  public boolean isUnconditional() {
    return when == null && unless == null;
  }
}
