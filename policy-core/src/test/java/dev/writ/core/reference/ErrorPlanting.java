package dev.writ.core.reference;

import dev.writ.core.ir.Expr;
import dev.writ.core.ir.PolicySet;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;

/**
 * Puts an error in the place of one expression of a policy set, wherever expressions stand: the
 * parts of a set are records and lists, and each expression is counted, the outer before the inner.
 * The error goes on mentioning what it stands for, so that a set that reads the session still does.
 */
final class ErrorPlanting {
  private final int place;
  private final List<Integer> whole = new ArrayList<>();
  private int seen;
  private int inside;

  private ErrorPlanting(int place) {
    this.place = place;
  }

  /** How many expressions stand in the set. */
  static int places(PolicySet set) {
    ErrorPlanting counting = new ErrorPlanting(-1);
    counting.copy(set);
    return counting.seen;
  }

  /** Those of them that are part of no other: conditions, arguments, keys, groups of voters. */
  static List<Integer> wholePlaces(PolicySet set) {
    ErrorPlanting counting = new ErrorPlanting(-1);
    counting.copy(set);
    return counting.whole;
  }

  /** The set with an error in one place. */
  static PolicySet planted(PolicySet set, int place) {
    return (PolicySet) new ErrorPlanting(place).copy(set);
  }

  private Object copy(Object part) {
    if (part instanceof Expr expr) {
      return copy(expr);
    }
    if (part instanceof List<?> list) {
      List<Object> copies = new ArrayList<>();
      list.forEach(each -> copies.add(copy(each)));
      return copies;
    }
    boolean made =
        part instanceof Record && part.getClass().getPackageName().equals("dev.writ.core.ir");
    return made ? copy((Record) part) : part;
  }

  private Object copy(Expr expr) {
    if (inside == 0) {
      whole.add(seen);
    }
    if (seen++ == place) {
      return new Expr.If(Exprs.ERR, expr, expr);
    }
    inside++;
    Object copy = copy((Record) expr);
    inside--;
    return copy;
  }

  private Record copy(Record part) {
    try {
      RecordComponent[] components = part.getClass().getRecordComponents();
      Class<?>[] types = new Class<?>[components.length];
      Object[] values = new Object[components.length];
      for (int i = 0; i < components.length; i++) {
        types[i] = components[i].getType();
        components[i].getAccessor().setAccessible(true);
        Object value = components[i].getAccessor().invoke(part);
        values[i] = value == null || value instanceof SortedSet<?> ? value : copy(value);
      }
      Constructor<?> constructor = part.getClass().getDeclaredConstructor(types);
      constructor.setAccessible(true);
      return (Record) constructor.newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("cannot copy " + part.getClass(), e);
    }
  }
}
