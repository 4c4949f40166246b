package dev.writ.dsl.lint;

import dev.writ.core.ir.Slot;
import dev.writ.dsl.source.DiagnosticCode;
import java.util.Collection;
import java.util.stream.Collectors;

/** Names and slots in the words of messages. */
final class Phrases {
  private Phrases() {}

  /** Returns the last part of a qualified name, in back-ticks. */
  static String quote(String name) {
    return "`" + name.substring(name.lastIndexOf('.') + 1) + "`";
  }

  /** Returns the name of a declaration, in back-ticks. */
  static String quoted(Written<?> written) {
    return "`" + written.name().text() + "`";
  }

  /** Returns names in back-ticks: {@code `a`}, {@code `a` or `b`}, {@code `a`, `b` or `c`}. */
  static String any(Collection<String> names) {
    return joined(names, " or ");
  }

  /** Returns names in back-ticks: {@code `a`}, {@code `a` and `b`}, {@code `a`, `b` and `c`}. */
  static String all(Collection<String> names) {
    return joined(names, " and ");
  }

  private static String joined(Collection<String> names, String last) {
    String list = names.stream().distinct().map(Phrases::quote).collect(Collectors.joining(", "));
    int comma = list.lastIndexOf(", ");
    return comma < 0 ? list : list.substring(0, comma) + last + list.substring(comma + 2);
  }

  /** Returns one combination of a head: {@code `read` by `User` on `Doc`}. */
  static String slot(Slot slot) {
    return quote(slot.action())
        + " by "
        + quote(slot.principalType())
        + " on "
        + quote(slot.resourceType());
  }

  /** Returns how to accept a finding, for the end of a help. */
  static String orAllow(DiagnosticCode code) {
    return ", or accept it with `@allow(\"" + code.id() + "\", \"why\")`";
  }
}
