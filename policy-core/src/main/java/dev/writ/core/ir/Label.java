package dev.writ.core.ir;

import java.util.List;
import java.util.Objects;

/**
 * A label that an authorised request puts on its session.
 *
 * @param id the qualified name; several declarations may set the same label
 * @param module the module that declares it
 * @param cases after which requests, unless the condition is false
 * @param annotations notes
 */
public record Label(String id, String module, List<Case> cases, List<Annotation> annotations) {
  public Label {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(module, "module");
    cases = List.copyOf(cases);
    annotations = List.copyOf(annotations);
  }
}
