package dev.writ.core.slice;

import dev.writ.core.ir.Limit;
import dev.writ.core.ir.Limit.LimitCase;
import java.util.Objects;

/**
 * What a limit counts in one slice.
 *
 * @param limit the limit
 * @param text the case that speaks there
 */
public record LimitPassage(Limit limit, LimitCase text) {
  public LimitPassage {
    Objects.requireNonNull(limit, "limit");
    Objects.requireNonNull(text, "text");
  }
}
