package dev.writ.dsl.check.expression;

import dev.writ.core.model.Type;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The variable of a quantifier or of {@code for each}.
 *
 * <p>Two variables are the same only if they are the same object: one text checked for two slots
 * has two variables.
 */
public final class LocalVariable {
  private final String name;
  private final Type type;
  private final int reads;
  private final @Nullable List<String> args;

  /** Creates the variable of a {@code for each}, over a set that is an attribute of an entity. */
  public LocalVariable(String name, Type type) {
    this(name, type, 1, null);
  }

  LocalVariable(String name, Type type, int reads, @Nullable List<String> args) {
    this.name = name;
    this.type = type;
    this.reads = reads;
    this.args = args == null ? null : List.copyOf(args);
  }

  /** Returns the name as written. */
  public String name() {
    return name;
  }

  /** Returns the type of the elements. */
  public Type type() {
    return type;
  }

  /** Returns how many entities one after another are read for an element. */
  int reads() {
    return reads;
  }

  /** Returns the args it ranges over, or null where it ranges over something else too. */
  @Nullable List<String> args() {
    return args;
  }

  /** Returns the name. */
  @Override
  public String toString() {
    return name;
  }
}
