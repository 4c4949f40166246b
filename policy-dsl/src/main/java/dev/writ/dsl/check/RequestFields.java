package dev.writ.dsl.check;

import dev.writ.core.model.ActionDef;
import dev.writ.core.model.Type;
import dev.writ.dsl.ast.DottedPath;
import dev.writ.dsl.check.expression.Problems;
import dev.writ.dsl.source.DiagnosticCode;
import dev.writ.dsl.source.Spelling;
import java.util.Set;
import java.util.TreeSet;

/** The args and facts of the actions of a head, as {@code args.x} and {@code facts.y}. */
final class RequestFields {
  private RequestFields() {}

  /** Returns the fields of every action that a head spans. */
  static Set<String> of(SpannedHead head, SetContext context) {
    Set<String> fields = new TreeSet<>();
    for (HeadSlot slot : head.slots()) {
      ActionDef action = context.action(slot);
      add(fields, "args.", action.args());
      add(fields, "facts.", action.facts());
    }
    return fields;
  }

  private static void add(Set<String> fields, String prefix, Type.RecordType record) {
    record.fields().forEach(field -> fields.add(prefix + field.name()));
  }

  /** Returns whether a path names one of some fields; reports where it does not. */
  static boolean check(DottedPath path, Set<String> known, Problems problems) {
    if (known.contains(path.text())) {
      return true;
    }
    problems.error(
        DiagnosticCode.UNKNOWN_REQUEST_FIELD,
        path.span(),
        "no action of this head has `" + path.text() + "`",
        Spelling.didYouMean(path.text(), known)
            .orElse("name a field of `args` or `facts`, as in `args.ticket`"));
    return false;
  }
}
