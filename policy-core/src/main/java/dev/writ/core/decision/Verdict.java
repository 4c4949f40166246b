package dev.writ.core.decision;

import dev.writ.core.model.Json;
import dev.writ.core.model.JsonWriter;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a policy set says of a request in a state of the world: the part of a decision that is the
 * same whenever it is asked again.
 *
 * <p>Immutable, shared, comparable by content and, in canonical JSON, byte for byte.
 *
 * @param reason why; tells the effect
 * @param place for an invalid request the field at fault ({@code args.ticket}), else the member
 *     that failed where one did, else null
 * @param message one sentence on what was wrong with the request, or null
 * @param rules ids of the determining rules, sorted
 * @param errors every expression that could not be evaluated, sorted, each once
 * @param observed what observed rules would have said, sorted by id
 * @param obligations of the determining rules, deduplicated, in order of rule id and text
 * @param policySet the hash of the policy set
 */
public record Verdict(
    ReasonCode reason,
    @Nullable String place,
    @Nullable String message,
    List<String> rules,
    List<EvaluationError> errors,
    List<Observation> observed,
    List<Obligation> obligations,
    String policySet) {
  public Verdict {
    Objects.requireNonNull(reason, "reason");
    Objects.requireNonNull(policySet, "policySet");
    rules = inOrder(rules);
    errors = inOrder(errors);
    observed = List.copyOf(observed);
    obligations =
        obligations.size() < 2
            ? List.copyOf(obligations)
            : obligations.stream().distinct().toList();
  }

  /** Sorted, each once. */
  private static <T extends Comparable<? super T>> List<T> inOrder(List<T> all) {
    return all.size() < 2 ? List.copyOf(all) : all.stream().sorted().distinct().toList();
  }

  /** The same with another place. */
  public Verdict at(String other) {
    return new Verdict(reason, other, message, rules, errors, observed, obligations, policySet);
  }

  /** Permit or deny. */
  public Effect effect() {
    return reason.effect();
  }

  /** The verdict as JSON; its canonical form is the same for equal verdicts. */
  public Json.Obj toJson() {
    return VerdictJson.of(this);
  }

  /** {@link #toJson()} in its canonical form. */
  public String toCanonicalJson() {
    return JsonWriter.canonical(toJson());
  }
}
