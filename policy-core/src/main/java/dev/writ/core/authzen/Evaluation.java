package dev.writ.core.authzen;

import dev.writ.core.model.Json;
import java.util.Map;

/**
 * One evaluation of a call, as it stands there.
 *
 * @param subject who acts
 * @param action the name of the action
 * @param arguments the properties of the action: what the subject chose
 * @param resource on what
 * @param context what the enforcement point knows
 */
record Evaluation(
    Party subject,
    String action,
    Map<String, Json> arguments,
    Party resource,
    Map<String, Json> context) {

  /** Reads an object with {@code subject}, {@code action}, {@code resource}, {@code context}. */
  static Evaluation of(CallFields fields) throws CallException {
    CallFields subject = fields.object("subject");
    CallFields action = fields.object("action");
    CallFields resource = fields.object("resource");
    return new Evaluation(
        Party.of(subject),
        action.string("name"),
        action.optionalMembers("properties"),
        Party.of(resource),
        fields.optionalMembers("context"));
  }
}
