package dev.writ.dsl.imports;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The names of an enum's values: the value itself where it is a name, else one made of it. */
final class Spellings {
  private Spellings() {}

  /** The enumerators as they are written, in the order of the values. */
  static List<String> of(EnumShape shape) {
    Set<String> taken = new HashSet<>();
    shape.values().stream().filter(Spellings::isName).forEach(taken::add);
    return shape.values().stream()
        .map(
            value ->
                isName(value)
                    ? WritNames.name(value)
                    : WritNames.name(free(word(value), taken)) + " = " + WritNames.literal(value))
        .toList();
  }

  private static String word(String value) {
    return WritNames.word(value, value.isEmpty() ? "empty" : "value");
  }

  private static boolean isName(String value) {
    return WritNames.isIdentifier(value) || WritNames.RESERVED.contains(value);
  }

  /** The word, with a number where it is taken; taken from then on. */
  static String free(String word, Set<String> taken) {
    String name = word;
    for (int i = 2; !taken.add(name); i++) {
      name = word + "_" + i;
    }
    return name;
  }
}
