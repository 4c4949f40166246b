package dev.writ.core.model;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a record is read from what was told, where nothing is wrong with it ({@link ToldForm}).
 * Immutable.
 */
final class RecordForm {
  private final String[] names;
  private final ToldForm[] forms;
  private final boolean[] optional;
  private final boolean nothingNeeded;

  RecordForm(Type.RecordType type, ValueForms values) {
    List<Type.Field> fields =
        type.fields().stream().sorted(Comparator.comparing(Type.Field::name)).toList();
    names = new String[fields.size()];
    forms = new ToldForm[names.length];
    optional = new boolean[names.length];
    boolean none = true;
    for (int i = 0; i < names.length; i++) {
      names[i] = fields.get(i).name();
      forms[i] = ToldForm.of(fields.get(i).type(), values);
      optional[i] = fields.get(i).optional();
      none &= optional[i];
    }
    nothingNeeded = none;
  }

  /** The record, or null where it is to be read field by field. */
  @Nullable RecordValue read(@Nullable Told told) {
    if (told == null) {
      return nothingNeeded ? RecordValue.EMPTY : null;
    }
    @Nullable Value[] values = new Value[names.length];
    int found = 0;
    for (Told each = told; each != null; each = each.before) {
      int at = at(each.name);
      boolean isValue = at >= 0 && !(each.value instanceof Json.Null);
      Value value = isValue ? forms[at].read(each.value) : null;
      if (value == null) {
        return null;
      }
      values[at] = value;
      found++;
    }
    return found == names.length ? RecordValue.sharing(names, values) : some(values, found);
  }

  /** Whether all of these are fields. */
  boolean declares(Set<String> all) {
    for (String name : all) {
      if (at(name) < 0) {
        return false;
      }
    }
    return true;
  }

  private int at(String name) {
    for (int i = 0; i < names.length; i++) {
      if (names[i].equals(name)) {
        return i;
      }
    }
    return -1;
  }

  private @Nullable RecordValue some(@Nullable Value[] values, int found) {
    String[] present = new String[found];
    Value[] kept = new Value[found];
    int next = 0;
    for (int i = 0; i < values.length; i++) {
      Value value = values[i];
      if (value != null) {
        present[next] = names[i];
        kept[next++] = value;
      } else if (!optional[i]) {
        return null;
      }
    }
    return RecordValue.sharing(present, kept);
  }
}
