package dev.writ.core.ir;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A permit or a forbid.
 *
 * @param id the module and the quoted name: {@code payments.agents/change freeze}; unique in the
 *     set
 * @param module the module that declares it, empty for the unnamed one
 * @param effect what it does
 * @param observed whether it is only evaluated and listed
 * @param cases what it says, by slot
 * @param because the sentence for people, or null
 * @param annotations notes
 */
public record Rule(
    String id,
    String module,
    RuleEffect effect,
    boolean observed,
    List<Case> cases,
    @Nullable String because,
    List<Annotation> annotations) {

  /** What a rule does when its condition is met. */
  public enum RuleEffect {
    PERMIT,
    FORBID
  }

  public Rule {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(module, "module");
    Objects.requireNonNull(effect, "effect");
    cases = cases instanceof SoleCase ? cases : List.copyOf(cases);
    annotations = List.copyOf(annotations);
  }
}
