package dev.writ.dsl.check;

import java.util.Comparator;

/**
 * One combination of types that a head spans, for which a declaration is checked once.
 *
 * @param action the qualified action
 * @param principalType the qualified type of the principal
 * @param resourceType the qualified type of the resource
 */
public record HeadSlot(String action, String principalType, String resourceType)
    implements Comparable<HeadSlot> {

  private static final Comparator<HeadSlot> ORDER =
      Comparator.comparing(HeadSlot::action)
          .thenComparing(HeadSlot::principalType)
          .thenComparing(HeadSlot::resourceType);

  @Override
  public int compareTo(HeadSlot other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return action + " by " + principalType + " on " + resourceType;
  }
}
