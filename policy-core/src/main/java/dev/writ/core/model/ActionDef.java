package dev.writ.core.model;

import java.util.Collections;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A declared action.
 *
 * @param name the qualified name
 * @param module the module that declares it, empty for the unnamed one
 * @param principalTypes who can be its principal, sorted, at least one
 * @param resourceTypes what it can act on, sorted, at least one
 * @param args what the principal chooses
 * @param facts what the enforcement point knows
 */
public record ActionDef(
    String name,
    String module,
    SortedSet<String> principalTypes,
    SortedSet<String> resourceTypes,
    Type.RecordType args,
    Type.RecordType facts) {
  public ActionDef {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(module, "module");
    Objects.requireNonNull(args, "args");
    Objects.requireNonNull(facts, "facts");
    principalTypes = Collections.unmodifiableSortedSet(new TreeSet<>(principalTypes));
    resourceTypes = Collections.unmodifiableSortedSet(new TreeSet<>(resourceTypes));
  }
}
