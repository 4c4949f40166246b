package dev.writ.core.decision;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A value computed once, when it is first asked for. Thread-safe. */
final class Lazy<T> {
  private final Supplier<T> supplier;
  private @Nullable T value;

  Lazy(Supplier<T> supplier) {
    this.supplier = supplier;
  }

  synchronized T get() {
    T computed = value;
    if (computed == null) {
      computed = supplier.get();
      value = computed;
    }
    return computed;
  }
}
