package dev.writ.dsl.check.expression;

import dev.writ.core.model.EnumValue;
import dev.writ.core.model.Type;
import dev.writ.dsl.ast.LocalLet;
import dev.writ.dsl.ast.NameReference;
import dev.writ.dsl.source.DiagnosticCode;
import dev.writ.dsl.source.Span;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a bare name stands for: a variable, {@code approver} or {@code requester}, a let of the
 * rule, a let of a module; else a value of the enum that is wanted here.
 */
final class NameReading {
  /** Roots that are no reserved words. */
  private static final Map<String, ContextRoot> CONTEXTUAL =
      Map.of("approver", ContextRoot.APPROVER, "requester", ContextRoot.REQUESTER);

  private final Checking at;

  NameReading(Checking at) {
    this.at = at;
  }

  Outcome read(NameReference node) {
    String name = node.name().text();
    Type.EnumType wanted = at.wanted().type() instanceof Type.EnumType type ? type : null;
    int ordinal = wanted == null ? -1 : wanted.ordinalOfName(name);
    if (isBound(name)) {
      if (wanted != null && ordinal >= 0) {
        ambiguous(name, node.span(), wanted);
        return at.failed();
      }
      return bound(node, name);
    }
    if (wanted != null && ordinal >= 0) {
      return at.constant(node, new EnumValue(wanted, ordinal), wanted);
    }
    new NameProblems(at).unknown(name, node.span(), wanted);
    return at.failed();
  }

  /** Whether a name has a value of its own, whatever is wanted. */
  boolean isBound(String name) {
    return variable(name) != null
        || root(name) != null
        || ruleLet(name) >= 0
        || at.names().findLet(name) != null;
  }

  /** Whether a name is a variable, a root or a let of the rule itself. */
  boolean isBoundHere(String name) {
    return variable(name) != null || root(name) != null || ruleLet(name) >= 0;
  }

  private Outcome bound(NameReference node, String name) {
    LocalVariable variable = variable(name);
    if (variable != null) {
      at.facts().meaning(node, new Meaning.LocalUse(variable));
      return Outcome.of(variable.type(), at.flow())
          .at(AccessPath.of(variable), variable.reads())
          .narrowed(at.flow());
    }
    ContextRoot root = root(name);
    if (root != null) {
      at.facts().meaning(node, new Meaning.RootUse(root));
      return new Roots(at).read(root, node.span());
    }
    int index = ruleLet(name);
    if (index >= 0) {
      return new Lets(at).use(node, index, node.span());
    }
    ModuleLet let = at.names().findLet(name);
    return let == null ? at.failed() : new Lets(at).use(node, let, node.span());
  }

  @Nullable LocalVariable variable(String name) {
    List<LocalVariable> locals = at.frame().locals();
    for (int i = locals.size() - 1; i >= 0; i--) {
      if (locals.get(i).name().equals(name)) {
        return locals.get(i);
      }
    }
    return null;
  }

  private @Nullable ContextRoot root(String name) {
    ContextRoot root = CONTEXTUAL.get(name);
    return root == null || at.context().typeOf(root) == null ? null : root;
  }

  /** The position of the rule's let of this name that is in sight, or -1. */
  private int ruleLet(String name) {
    List<LocalLet> lets = at.context().lets();
    for (int i = at.frame().letsSeen() - 1; i >= 0; i--) {
      if (lets.get(i).name().text().equals(name)) {
        return i;
      }
    }
    return -1;
  }

  private void ambiguous(String name, Span span, Type.EnumType wanted) {
    at.error(
        DiagnosticCode.AMBIGUOUS_NAME,
        span,
        "`" + name + "` is declared here and is a value of `" + wanted.name() + "` too",
        "write `" + wanted.name() + "." + name + "` for the value, or give the other another name");
  }
}
