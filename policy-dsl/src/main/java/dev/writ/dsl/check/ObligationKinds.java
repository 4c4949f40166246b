package dev.writ.dsl.check;

import dev.writ.core.model.ObligationDef;
import dev.writ.core.model.Type;
import dev.writ.dsl.ast.ObligationCall;
import dev.writ.dsl.ast.QualifiedName;
import dev.writ.dsl.check.expression.Problems;
import dev.writ.dsl.source.DiagnosticCode;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the kind of an obligation, and whether a call gives as many arguments as it takes. */
final class ObligationKinds {
  private final SetContext context;
  private final FileScope scope;

  ObligationKinds(SetContext context, FileScope scope) {
    this.context = context;
    this.scope = scope;
  }

  /** Returns the built-in or declared kind of a name, or null after reporting. */
  @Nullable ObligationDef kind(QualifiedName name, Problems problems) {
    ObligationDef builtIn = BuiltIn.obligationsByName().get(name.text());
    if (builtIn != null) {
      return builtIn;
    }
    Declared<?> found =
        context
            .names()
            .reportingTo(problems::add)
            .resolve(
                name,
                scope,
                Set.of(DeclarationKind.OBLIGATION),
                "obligation",
                BuiltIn.obligationsByName().keySet());
    return found == null ? null : context.schema().obligations().get(found.id());
  }

  /** Returns whether the number of arguments is right; reports where it is not. */
  static boolean takes(ObligationDef kind, ObligationCall call, Problems problems) {
    List<Type.Field> parameters = kind.parameters();
    if (parameters.size() == call.arguments().size()) {
      return true;
    }
    problems.error(
        DiagnosticCode.OBLIGATION_ARGUMENTS,
        call.span(),
        String.format(
            "obligation `%s` takes %d argument%s, not %d",
            call.name().text(),
            parameters.size(),
            parameters.size() == 1 ? "" : "s",
            call.arguments().size()),
        "write `" + signature(call.name().text(), parameters) + "`");
    return false;
  }

  private static String signature(String name, List<Type.Field> parameters) {
    List<String> words = parameters.stream().map(Type.Field::toString).toList();
    return name + "(" + String.join(", ", words) + ")";
  }
}
