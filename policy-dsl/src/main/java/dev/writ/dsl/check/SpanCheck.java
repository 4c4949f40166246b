package dev.writ.dsl.check;

import dev.writ.core.model.ActionDef;
import dev.writ.core.model.EntityId;
import dev.writ.core.model.Schema;
import dev.writ.dsl.ast.Head;
import dev.writ.dsl.ast.TypePattern;
import dev.writ.dsl.source.DiagnosticCode;
import dev.writ.dsl.source.Diagnostics;
import dev.writ.dsl.source.Span;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Reports each action and each type of a head that spans nothing. */
final class SpanCheck {
  private final Head head;
  private final FileScope scope;
  private final SortedSet<HeadSlot> slots;
  private final Diagnostics diagnostics;

  SpanCheck(Head head, FileScope scope, SortedSet<HeadSlot> slots, Diagnostics diagnostics) {
    this.head = head;
    this.scope = scope;
    this.slots = slots;
    this.diagnostics = diagnostics;
  }

  /** Returns whether each part of the head spans something. */
  boolean check(
      List<HeadResolver.NamedSet> actions,
      Map<String, List<TypePattern>> principals,
      Map<String, List<TypePattern>> resources,
      Schema schema) {
    int before = diagnostics.size();
    if (slots.isEmpty()) {
      List<ActionDef> named =
          actions.stream()
              .flatMap(set -> set.actions().stream())
              .map(schema::action)
              .filter(Objects::nonNull)
              .toList();
      principals(
          principals, type -> named.stream().anyMatch(def -> def.principalTypes().contains(type)));
      resources(
          resources, type -> named.stream().anyMatch(def -> def.resourceTypes().contains(type)));
      if (diagnostics.size() == before) {
        report(head.span(), "no declared action fits this head");
      }
      return false;
    }
    actions.forEach(this::action);
    principals(principals, type -> spans(slot -> slot.principalType().equals(type)));
    resources(resources, type -> spans(slot -> slot.resourceType().equals(type)));
    return diagnostics.size() == before;
  }

  private boolean spans(Predicate<HeadSlot> part) {
    return slots.stream().anyMatch(part);
  }

  private void action(HeadResolver.NamedSet set) {
    if (set.name() != null && !spans(slot -> set.actions().contains(slot.action()))) {
      report(set.name().span(), "`" + set.name().text() + "` does not fit the types of this head");
    }
  }

  private void principals(Map<String, List<TypePattern>> patterns, Predicate<String> fits) {
    types(patterns, fits, "no action of this head is done by `%s`");
  }

  private void resources(Map<String, List<TypePattern>> patterns, Predicate<String> fits) {
    types(patterns, fits, "no action of this head is done on `%s`");
  }

  private void types(
      Map<String, List<TypePattern>> patterns, Predicate<String> fits, String message) {
    patterns.forEach(
        (type, written) -> {
          TypePattern first = written.get(0);
          if (!fits.test(type)) {
            report(first.span(), String.format(message, Patterns.typeOf(first).text()));
          }
        });
  }

  private void report(Span span, String message) {
    diagnostics.add(
        scope
            .error(DiagnosticCode.HEAD_SPANS_NOTHING, span, message)
            .withHelp("look at the `by` and `on` of the declared actions"));
  }

  /** Returns the slots whose resource can lie in the guard; reports where none can. */
  SortedSet<HeadSlot> inside(@Nullable EntityId guard, TypeHierarchy hierarchy) {
    SortedSet<HeadSlot> inside = new TreeSet<>(slots);
    if (guard != null) {
      inside.removeIf(slot -> !hierarchy.canBeIn(slot.resourceType(), guard.type()));
    }
    if (inside.isEmpty()) {
      diagnostics.add(
          scope
              .error(
                  DiagnosticCode.HEAD_OUTSIDE_GUARD,
                  head.span(),
                  "nothing that this head spans can be in `" + guard + "`, the guard of its module")
              .withHelp("move the declaration to a module that reaches there"));
    }
    return inside;
  }
}
