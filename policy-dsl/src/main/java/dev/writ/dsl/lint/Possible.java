package dev.writ.dsl.lint;

import dev.writ.core.ir.Expr;
import dev.writ.core.model.DecimalValue;
import dev.writ.core.model.DurationValue;
import dev.writ.core.model.EntityId;
import dev.writ.core.model.EnumValue;
import dev.writ.core.model.InstantValue;
import dev.writ.core.model.IntValue;
import dev.writ.core.model.Value;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The values that one term can have, as narrowed by comparisons with constants: a range for what
 * has an order, a list where equality leaves one, types for entities. What it does not understand
 * leaves it as it is.
 *
 * <p>Not safe for use by several threads at a time.
 */
final class Possible {
  private static final int ENUMERABLE = 64;

  private long low = Long.MIN_VALUE;
  private long high = Long.MAX_VALUE;
  private @Nullable Set<Value> among;
  private @Nullable Set<String> types;
  private final Set<Value> excluded = new HashSet<>();
  private final Set<Long> excludedNumbers = new HashSet<>();
  private final Set<String> excludedTypes = new HashSet<>();

  /** Narrows to a range, both ends in it. */
  void range(long from, long to) {
    low = Math.max(low, from);
    high = Math.min(high, to);
  }

  void oneOf(Collection<? extends Value> values) {
    Set<Value> left = new HashSet<>(values);
    if (among != null) {
      left.retainAll(among);
    }
    among = left;
  }

  void noneOf(Collection<? extends Value> values) {
    excluded.addAll(values);
    values.forEach(this::excludeNumber);
  }

  private void excludeNumber(Value value) {
    Long number = number(value);
    if (number != null) {
      excludedNumbers.add(number);
    }
  }

  void ofTypes(Set<String> wanted) {
    Set<String> left = new HashSet<>(wanted);
    if (types != null) {
      left.retainAll(types);
    }
    types = left;
  }

  void notOfTypes(Set<String> unwanted) {
    excludedTypes.addAll(unwanted);
  }

  /** Narrows by a comparison with a constant. */
  void compare(Expr.Comparison op, Value constant) {
    if (constant instanceof EnumValue value) {
      range(0, value.type().enumerators().size() - 1L);
    }
    Long number = number(constant);
    switch (op) {
      case EQ -> oneOf(Set.of(constant));
      case NE -> noneOf(Set.of(constant));
      case LT -> below(number, 1);
      case LE -> below(number, 0);
      case GT -> above(number, 1);
      case GE -> above(number, 0);
    }
  }

  private void below(@Nullable Long number, int step) {
    if (number != null && number == Long.MIN_VALUE && step > 0) {
      among = Set.of();
    } else if (number != null) {
      range(Long.MIN_VALUE, number - step);
    }
  }

  private void above(@Nullable Long number, int step) {
    if (number != null && number == Long.MAX_VALUE && step > 0) {
      among = Set.of();
    } else if (number != null) {
      range(number + step, Long.MAX_VALUE);
    }
  }

  /** Returns whether no value is left. */
  boolean isNothing() {
    return low > high
        || (types != null && excludedTypes.containsAll(types))
        || (among != null && among.stream().noneMatch(this::isLeft))
        || isUsedUp();
  }

  private boolean isLeft(Value value) {
    Long number = number(value);
    return !excluded.contains(value)
        && (number == null || (low <= number && number <= high))
        && (!(value instanceof EntityId entity) || isLeft(entity.type()));
  }

  private boolean isLeft(String type) {
    return !excludedTypes.contains(type) && (types == null || types.contains(type));
  }

  private boolean isUsedUp() {
    if (low == Long.MIN_VALUE || high == Long.MAX_VALUE || high - low >= ENUMERABLE) {
      return false;
    }
    for (long number = low; number <= high; number++) {
      if (!excludedNumbers.contains(number)) {
        return false;
      }
    }
    return true;
  }

  /** Returns the place of a value in the order of its type, or null where its type has none. */
  private static @Nullable Long number(Value value) {
    if (value instanceof IntValue number) {
      return number.value();
    }
    if (value instanceof DecimalValue decimal) {
      return decimal.scaled();
    }
    if (value instanceof EnumValue enumerator) {
      return (long) enumerator.ordinal();
    }
    if (value instanceof InstantValue instant) {
      return instant.epochMillis();
    }
    return value instanceof DurationValue duration ? duration.millis() : null;
  }
}
