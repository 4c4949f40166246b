package dev.writ.core.slice;

import dev.writ.core.ir.Expr;
import dev.writ.core.ir.IrText;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Where an entity stands in a request, and what can be asked of it there.
 *
 * <p>Immutable. Where a set stands on the way, each of its elements is meant.
 *
 * @param start the word of the request it is reached from, a {@link Expr.Var}, or an entity that
 *     the policy set names, a {@link Expr.Const}
 * @param fields the attributes and fields that lead to it, from the start on; none for the start
 *     itself
 * @param attributes those of its attributes that can be read or asked for with {@code has}
 * @param ancestors whether it can be asked what it is in
 */
public record EntityPath(
    Expr start, List<String> fields, SortedSet<String> attributes, boolean ancestors) {
  public EntityPath {
    Objects.requireNonNull(start, "start");
    fields = List.copyOf(fields);
    attributes = Collections.unmodifiableSortedSet(new TreeSet<>(attributes));
  }

  /** Where it stands, as in the language: {@code resource.team}. */
  public String place() {
    StringBuilder text = new StringBuilder(IrText.of(start));
    fields.forEach(field -> text.append('.').append(field));
    return text.toString();
  }

  /** The place and what can be asked there: {@code resource.team: name, size, ancestors}. */
  @Override
  public String toString() {
    List<String> asked = new ArrayList<>(attributes);
    if (ancestors) {
      asked.add("ancestors");
    }
    return place() + ": " + String.join(", ", asked);
  }
}
