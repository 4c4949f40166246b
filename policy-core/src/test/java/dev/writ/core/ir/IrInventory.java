package dev.writ.core.ir;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What kinds of records there are below a type, or below a value: so that a test can tell that a
 * sample holds all of them.
 */
final class IrInventory {

  private final Set<String> types = new TreeSet<>();
  private final Set<Type> visited = new LinkedHashSet<>();
  private final Set<String> present = new TreeSet<>();
  private final Set<String> absent = new TreeSet<>();
  private final List<RecordComponent> components = new ArrayList<>();

  static IrInventory ofTypes(Class<?> top) {
    IrInventory inventory = new IrInventory();
    inventory.walkType(top);
    return inventory;
  }

  static IrInventory ofValue(Object top) {
    IrInventory inventory = new IrInventory();
    inventory.walkValue(top);
    return inventory;
  }

  /** Names of records, and of constants of enums. */
  Set<String> types() {
    return types;
  }

  /** Every component of every record. */
  List<RecordComponent> components() {
    return components;
  }

  /** Components that may be null. */
  Set<String> nullable() {
    Set<String> names = new TreeSet<>();
    components.stream().filter(IrInventory::isNullable).forEach(each -> names.add(name(each)));
    return names;
  }

  /** Components that were not null somewhere. */
  Set<String> present() {
    return present;
  }

  /** Components that were null somewhere. */
  Set<String> absent() {
    return absent;
  }

  static boolean isNullable(RecordComponent component) {
    return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
  }

  private static String name(RecordComponent component) {
    return component.getDeclaringRecord().getName() + "." + component.getName();
  }

  private void walkType(Type type) {
    if (!visited.add(type)) {
      return;
    }
    if (type instanceof ParameterizedType generic) {
      for (Type argument : generic.getActualTypeArguments()) {
        walkType(argument);
      }
    } else if (type instanceof Class<?> of && of.getName().startsWith("dev.writ")) {
      if (of.getName().endsWith(".Json")) {
        return;
      }
      if (of.isRecord()) {
        types.add(of.getName());
        for (RecordComponent component : of.getRecordComponents()) {
          components.add(component);
          walkType(component.getGenericType());
        }
      } else if (of.isSealed()) {
        for (Class<?> member : of.getPermittedSubclasses()) {
          walkType(member);
        }
      } else if (of.isEnum()) {
        for (Object constant : of.getEnumConstants()) {
          types.add(constant(constant));
        }
      } else {
        types.add(of.getName());
      }
    }
  }

  private static String constant(Object constant) {
    return ((Enum<?>) constant).getDeclaringClass().getName() + "#" + constant;
  }

  private void walkValue(Object value) {
    if (value instanceof Iterable<?> elements) {
      elements.forEach(this::walkValue);
    } else if (value instanceof Map<?, ?> map) {
      map.values().forEach(this::walkValue);
    } else if (value instanceof Enum<?> constant) {
      types.add(constant(constant));
    } else if (value instanceof Record record) {
      walkRecord(record);
    } else if (value.getClass().getName().startsWith("dev.writ")) {
      types.add(value.getClass().getName());
    }
  }

  private void walkRecord(Record record) {
    if (record.getClass().getName().contains(".Json$")) {
      return;
    }
    types.add(record.getClass().getName());
    for (RecordComponent component : record.getClass().getRecordComponents()) {
      try {
        Object part = component.getAccessor().invoke(record);
        (part == null ? absent : present).add(name(component));
        if (part != null) {
          walkValue(part);
        }
      } catch (ReflectiveOperationException e) {
        throw new LinkageError(e.getMessage(), e);
      }
    }
  }
}
