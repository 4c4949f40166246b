package dev.writ.core.cache;

import dev.writ.core.model.CommandValue;
import dev.writ.core.model.EntityId;
import dev.writ.core.model.OpaqueValue;
import dev.writ.core.model.PathValue;
import dev.writ.core.model.SpiffeIdValue;
import dev.writ.core.model.StringValue;
import dev.writ.core.model.UrlValue;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** About how much memory things take, in bytes: rather more than less. Never overflows. */
final class Weights {
  static final int OBJECT = 32;
  private static final int TEXT = 56;
  private static final int REFERENCE = 8;

  private Weights() {}

  /** The sum, or the greatest number where it is beyond. */
  static int sum(int left, int right) {
    return (int) Math.min((long) left + right, Integer.MAX_VALUE);
  }

  /** What is in a key or a verdict. */
  static int of(@Nullable Object part) {
    if (part instanceof String text) {
      return text(text);
    }
    if (part instanceof EntityId id) {
      return sum(OBJECT, text(id.id()));
    }
    if (part instanceof StringValue value) {
      return sum(OBJECT, text(value.value()));
    }
    if (part instanceof List<?> list) {
      return all(list);
    }
    if (part instanceof Map<?, ?> map) {
      return sum(all(map.keySet()), all(map.values()));
    }
    if (part instanceof PathValue
        || part instanceof UrlValue
        || part instanceof CommandValue
        || part instanceof SpiffeIdValue
        || part instanceof OpaqueValue) {
      return sum(4 * OBJECT, sum(text(part.toString()), text(part.toString())));
    }
    return part == null ? REFERENCE : OBJECT;
  }

  private static int all(Iterable<?> parts) {
    int sum = OBJECT;
    for (Object part : parts) {
      sum = sum(sum, sum(REFERENCE, of(part)));
    }
    return sum;
  }

  private static int text(String text) {
    return (int) Math.min(TEXT + 2L * text.length(), Integer.MAX_VALUE);
  }
}
