package dev.writ.core.reference;

import dev.writ.core.model.Json;
import java.util.List;
import java.util.Objects;

/**
 * One line of an explanation: a step, a rule, an expression, and what it came to.
 *
 * <p>Immutable, thread-safe. Values of secret fields are not in it.
 *
 * @param label what was looked at
 * @param outcome what it came to: {@code true}, {@code false}, {@code error}, a value, or empty
 * @param children what is in it, in order
 */
public record ExplainNode(String label, String outcome, List<ExplainNode> children) {
  public ExplainNode {
    Objects.requireNonNull(label, "label");
    Objects.requireNonNull(outcome, "outcome");
    children = List.copyOf(children);
  }

  /** A line without others in it. */
  static ExplainNode leaf(String label, String outcome) {
    return new ExplainNode(label, outcome, List.of());
  }

  /** The tree as JSON: {@code {"label", "outcome", "children"}}. */
  public Json.Obj toJson() {
    return Json.object()
        .put("label", label)
        .put("outcome", outcome)
        .put("children", children.stream().map(ExplainNode::toJson).toList())
        .build();
  }
}
