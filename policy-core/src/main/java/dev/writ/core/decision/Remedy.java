package dev.writ.core.decision;

import dev.writ.core.model.Json;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * A smallest set of steps after which the request is permitted, all else equal.
 *
 * @param steps the steps, sorted, at least one
 */
public record Remedy(List<Step> steps) implements Comparable<Remedy> {

  private static final Comparator<Remedy> ORDER =
      Comparator.<Remedy>comparingInt(remedy -> remedy.steps().size())
          .thenComparing(remedy -> remedy.steps().toString());

  public Remedy {
    steps = steps.stream().sorted().toList();
    if (steps.isEmpty()) {
      throw new IllegalArgumentException("a remedy has at least one step");
    }
  }

  @Override
  public int compareTo(Remedy other) {
    return ORDER.compare(this, other);
  }

  /** The remedy as JSON: {@code {"steps": [{"kind", "id"}]}}. */
  public Json.Obj toJson() {
    return Json.object()
        .put(
            "steps",
            steps.stream()
                .map(s -> Json.object().put("kind", s.kind().word()).put("id", s.id()).build())
                .toList())
        .build();
  }

  /** What is to be obtained. */
  public enum Kind {
    APPROVAL("approval"),
    CONFIRMATION("confirmation"),
    GRANT("grant");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    /** The word in JSON and messages. */
    public String word() {
      return word;
    }
  }

  /**
   * One thing to obtain for this request: an approval completed, a confirmation given, a grant
   * active with its needs fulfilled.
   *
   * @param kind what
   * @param id the id of the approval, confirmation or grant template
   */
  public record Step(Kind kind, String id) implements Comparable<Step> {

    private static final Comparator<Step> ORDER =
        Comparator.comparing(Step::kind).thenComparing(Step::id);

    public Step {
      Objects.requireNonNull(kind, "kind");
      Objects.requireNonNull(id, "id");
    }

    @Override
    public int compareTo(Step other) {
      return ORDER.compare(this, other);
    }

    /** For example {@code grant prod_deploy}. */
    @Override
    public String toString() {
      return kind.word() + " " + id;
    }
  }
}
