package dev.writ.core.plan;

import dev.writ.core.ir.Case;
import dev.writ.core.ir.GrantTemplate;
import dev.writ.core.ir.Slot;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A declared grant.
 *
 * @param template the declaration
 * @param bySlot what it permits
 */
record GrantCode(GrantTemplate template, Map<Slot, GrantText> bySlot) {
  GrantCode {
    bySlot = Map.copyOf(bySlot);
  }

  static GrantCode of(GrantTemplate template, Compiler compiler) {
    Map<Slot, GrantText> bySlot = new HashMap<>();
    for (Case text : template.cases()) {
      GrantText code =
          new GrantText(
              compiler.node(text.condition()),
              text.obligations().stream()
                  .map(
                      call ->
                          new RuleCode.Call(
                              call.name(), call.arguments().stream().map(compiler::node).toList()))
                  .toList());
      text.slots().forEach(slot -> bySlot.putIfAbsent(slot, code));
    }
    return new GrantCode(template, bySlot);
  }

  String id() {
    return template.id();
  }

  /** What it permits on a view, or null where it does not speak there. */
  @Nullable GrantText on(View view) {
    return bySlot.get(
        new Slot(view.request.action().name(), view.principal.type(), view.resource.type()));
  }
}
