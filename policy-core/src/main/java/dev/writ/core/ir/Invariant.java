package dev.writ.core.ir;

import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A statement about the whole set: no request in these slots is permitted with {@code when} not
 * false and {@code unless} not true. It enters no decision.
 *
 * @param id the module and the quoted name
 * @param module the module that declares it
 * @param cases the statement, by slot of the whole request
 * @param annotations notes
 */
public record Invariant(
    String id, String module, List<InvariantCase> cases, List<Annotation> annotations) {
  public Invariant {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(module, "module");
    cases = List.copyOf(cases);
    annotations = List.copyOf(annotations);
  }

  /**
   * The statement for some slots.
   *
   * @param slots where
   * @param when constraints of the head and {@code when}
   * @param unless the exception
   */
  public record InvariantCase(SortedSet<Slot> slots, Expr when, Expr unless) {
    public InvariantCase {
      slots = Collections.unmodifiableSortedSet(new TreeSet<>(slots));
      Objects.requireNonNull(when, "when");
      Objects.requireNonNull(unless, "unless");
    }
  }
}
