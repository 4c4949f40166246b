package dev.writ.core.reference;

import dev.writ.core.decision.ReasonCode;
import dev.writ.core.decision.Verdict;
import dev.writ.core.ir.PolicySet;
import dev.writ.core.ir.PolicySetHash;
import dev.writ.core.model.BoundRequest;
import dev.writ.core.model.DataLimits;
import dev.writ.core.model.InvalidRequestException;
import dev.writ.core.model.Request;
import dev.writ.core.model.RequestBinding;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The executable semantics of the language: decides requests against a policy set in the plainest
 * way.
 *
 * <p>Immutable, thread-safe. Nothing that is in a request, an entity, the state or the clock makes
 * it throw; null arguments do.
 */
public final class Reference {
  private final PolicySet policies;
  private final String hash;
  private final ToolBindings tools;

  /** An evaluator of this policy set. */
  public Reference(PolicySet policies) {
    this(policies, PolicySetHash.of(policies));
  }

  /**
   * An evaluator of this policy set.
   *
   * @param hash what verdicts carry as the hash of the policy set
   */
  Reference(PolicySet policies, String hash) {
    this.policies = Objects.requireNonNull(policies, "policies");
    this.hash = Objects.requireNonNull(hash, "hash");
    this.tools = new ToolBindings(policies);
  }

  /** The policy set. */
  public PolicySet policies() {
    return policies;
  }

  /** The hash of the policy set, which every verdict carries. */
  public String hash() {
    return hash;
  }

  /** The bindings of tools of the policy set. */
  public ToolBindings tools() {
    return tools;
  }

  /** The sentences that the rules of a verdict give as their reason, in order of the rules. */
  public List<String> because(Verdict verdict) {
    List<String> because = new ArrayList<>();
    for (String id : verdict.rules()) {
      for (int at = first(id); isRule(at, id); at++) {
        String sentence = policies.rules().get(at).because();
        if (sentence != null) {
          because.add(sentence);
        }
      }
    }
    return List.copyOf(because);
  }

  private boolean isRule(int at, String id) {
    return at < policies.rules().size() && policies.rules().get(at).id().equals(id);
  }

  /** Where the rules of this id begin, which are sorted by id. */
  private int first(String id) {
    int from = 0;
    int to = policies.rules().size();
    while (from < to) {
      int middle = (from + to) >>> 1;
      if (policies.rules().get(middle).id().compareTo(id) < 0) {
        from = middle + 1;
      } else {
        to = middle;
      }
    }
    return from;
  }

  /** Decides a request, which is bound first; one that cannot be is an invalid request. */
  public Assessment assess(Request request, Circumstances circumstances, DataLimits limits) {
    try {
      return assess(
          RequestBinding.bind(policies.schema(), circumstances.entities(), request, limits),
          circumstances);
    } catch (InvalidRequestException e) {
      return refuse(ReasonCode.INVALID_REQUEST, e.place(), e.reason(), circumstances);
    }
  }

  /** Decides a request that is bound to this policy set's schema. */
  public Assessment assess(BoundRequest request, Circumstances circumstances) {
    Refusal refusal = Admission.refuse(policies, request, circumstances);
    return refusal == null
        ? Assessment.deliberated(this, request, circumstances)
        : Assessment.refused(this, refusal, circumstances);
  }

  /**
   * The denial of a request that cannot be looked at further.
   *
   * @param reason a reason of the first step
   * @param place the field at fault, or null
   * @param message one sentence on what is wrong, or null
   * @throws IllegalArgumentException if the reason is no denial
   */
  public Assessment refuse(
      ReasonCode reason,
      @Nullable String place,
      @Nullable String message,
      Circumstances circumstances) {
    if (reason == ReasonCode.PERMITTED) {
      throw new IllegalArgumentException("a refusal is no permit");
    }
    Refusal refusal = new Refusal(reason, place, message, List.of());
    return Assessment.refused(this, refusal, circumstances);
  }
}
