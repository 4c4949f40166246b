package dev.writ.dsl.lower;

import dev.writ.dsl.check.expression.LocalVariable;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Set;

/**
 * The names of the variables of one rule in one slot: the written one, or the written one with a
 * number where it is taken. They come out the same for every slot in which the rule reads the same.
 *
 * <p>Not safe for use by several threads at a time.
 */
public final class LocalNames {
  private final IdentityHashMap<LocalVariable, String> names = new IdentityHashMap<>();
  private final Set<String> taken = new HashSet<>();

  /** Creates names of which none is taken. */
  public LocalNames() {}

  /** Gives a variable a name that no other variable has, and returns it. */
  public String declare(LocalVariable variable) {
    String name = variable.name();
    for (int i = 2; !taken.add(name); i++) {
      name = variable.name() + "_" + i;
    }
    names.put(variable, name);
    return name;
  }

  /**
   * Returns the name of a variable.
   *
   * @throws IllegalStateException if the variable was not declared
   */
  String nameOf(LocalVariable variable) {
    String name = names.get(variable);
    if (name == null) {
      throw new IllegalStateException("the variable `" + variable + "` was not declared");
    }
    return name;
  }
}
