package dev.writ.core.ir;

import java.util.Comparator;
import java.util.Objects;

/**
 * One combination that a head spans: what is checked once, decided once, indexed once.
 *
 * @param action the qualified action
 * @param principalType the type of the member of the chain that is judged
 * @param resourceType the type of the resource
 */
public record Slot(String action, String principalType, String resourceType)
    implements Comparable<Slot> {

  private static final Comparator<Slot> ORDER =
      Comparator.comparing(Slot::action)
          .thenComparing(Slot::principalType)
          .thenComparing(Slot::resourceType);

  public Slot {
    Objects.requireNonNull(action, "action");
    Objects.requireNonNull(principalType, "principalType");
    Objects.requireNonNull(resourceType, "resourceType");
  }

  @Override
  public int compareTo(Slot other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return action + " by " + principalType + " on " + resourceType;
  }
}
