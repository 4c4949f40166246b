package dev.writ.core.decision;

import java.util.Comparator;
import java.util.Objects;

/**
 * One use that an authorised request takes from a grant, an approval or a confirmation.
 *
 * @param kind what is used
 * @param record the id of the grant, approval or confirmation in the authority state
 * @param declaration the id of its declaration in the policy set
 */
public record Spend(Remedy.Kind kind, String record, String declaration)
    implements Comparable<Spend> {

  private static final Comparator<Spend> ORDER =
      Comparator.comparing(Spend::kind)
          .thenComparing(Spend::declaration)
          .thenComparing(Spend::record);

  public Spend {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(record, "record");
    Objects.requireNonNull(declaration, "declaration");
  }

  @Override
  public int compareTo(Spend other) {
    return ORDER.compare(this, other);
  }
}
