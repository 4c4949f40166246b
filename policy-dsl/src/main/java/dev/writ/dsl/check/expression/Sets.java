package dev.writ.dsl.check.expression;

import dev.writ.core.model.SetValue;
import dev.writ.core.model.Type;
import dev.writ.core.model.Value;
import dev.writ.dsl.ast.Contains;
import dev.writ.dsl.ast.ContainsKind;
import dev.writ.dsl.ast.Expression;
import dev.writ.dsl.ast.ListLiteral;
import dev.writ.dsl.ast.Nonempty;
import dev.writ.dsl.ast.Size;
import dev.writ.dsl.source.DiagnosticCode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code contains}, {@code nonempty}, {@code size} and lists. */
final class Sets {
  /** No bound on the size of a set. */
  static final int MANY = Integer.MAX_VALUE;

  private final Checking at;

  Sets(Checking at) {
    this.at = at;
  }

  Outcome contains(Contains node) {
    Operands operands = new Operands(at);
    boolean one = node.kind() == ContainsKind.ONE;
    Outcome set;
    Outcome operand;
    if (operands.isOpen(node.set()) && !operands.isOpen(node.operand())) {
      operand = at.check(node.operand());
      set = at.check(node.set(), Wanted.of(one ? setOf(operand.type()) : operand.type()));
    } else {
      set = at.check(node.set());
      operand = at.check(node.operand(), Wanted.of(one ? elementOf(set.type()) : set.type()));
    }
    if (requireSet(node.set(), set) && operand.type() != null && set.type() != null) {
      compare(node, set.type(), operand.type());
    }
    return at.bool();
  }

  private void compare(Contains node, Type set, Type operand) {
    boolean one = node.kind() == ContainsKind.ONE;
    Type element = one ? operand : elementOf(operand);
    Type held = elementOf(set);
    if (element == null || held == null || !TypeRules.same(held, element)) {
      at.error(
          DiagnosticCode.TYPE_MISMATCH,
          node.span(),
          TypeWords.of(set)
              + (one ? " cannot contain " : " cannot contain the elements of ")
              + TypeWords.of(operand),
          help(node, held, operand));
    } else if (!TypeRules.hasEquality(held)) {
      at.error(
          DiagnosticCode.NOT_COMPARABLE,
          node.span(),
          TypeWords.of(held) + " cannot be compared",
          null);
    }
  }

  private @Nullable String help(Contains node, @Nullable Type held, Type operand) {
    String set = at.text(node.set().span());
    String element = at.text(node.operand().span());
    if (held == Type.Scalar.CIDR && operand == Type.Scalar.IP) {
      return "write `" + element + " in " + set + "`";
    }
    if (node.kind() == ContainsKind.ONE) {
      return operand instanceof Type.SetType
          ? "write `" + set + " contains all " + element + "` or `contains any`"
          : held == null
              ? null
              : new Conversions(at).help(node.operand(), operand, node.set(), held);
    }
    return operand instanceof Type.SetType ? null : "write `" + set + " contains " + element + "`";
  }

  Outcome nonempty(Nonempty node) {
    requireSet(node.set(), at.check(node.set()));
    return at.bool();
  }

  Outcome size(Size node) {
    Outcome set = at.check(node.set());
    requireSet(node.set(), set);
    return Outcome.of(Type.Scalar.INT, at.flow()).reading(set.reads());
  }

  /** Whether this is a set; if it is something else, that is reported. */
  boolean requireSet(Expression node, Outcome found) {
    if (found.type() == null || found.type() instanceof Type.SetType) {
      return found.type() != null;
    }
    at.error(
        DiagnosticCode.NOT_A_SET,
        node.span(),
        "this must be a set, and it is " + TypeWords.of(found.type()),
        found.type() == Type.Scalar.STRING
            ? "a part of a string is asked for by `like \"*part*\"`"
            : null);
    return false;
  }

  Outcome list(ListLiteral node) {
    Type wanted = elementOf(at.wanted().type());
    Operands operands = new Operands(at);
    List<Expression> typedFirst = new ArrayList<>(node.elements());
    typedFirst.removeIf(operands::isOpen);
    node.elements().stream().filter(operands::isOpen).forEach(typedFirst::add);
    Type element = wanted;
    int reads = 0;
    boolean failed = false;
    for (Expression part : typedFirst) {
      Outcome found = at.check(part, Wanted.of(element));
      reads = Math.max(reads, found.reads());
      Type joined = joined(part, found.type(), element);
      failed |= joined == null;
      element = joined == null ? element : joined;
    }
    if (failed) {
      return at.failed();
    }
    if (element == null) {
      at.error(
          DiagnosticCode.UNTYPED_LIST,
          node.span(),
          "it is not clear what an empty list holds here",
          "write `nonempty s` or `size(s) == 0` to ask whether a set is empty");
      return at.failed();
    }
    recordConstant(node);
    return Outcome.of(new Type.SetType(element, 0, MANY), at.flow()).reading(reads);
  }

  /** The type of the elements so far and this one, or null where it does not fit. */
  private @Nullable Type joined(Expression part, @Nullable Type type, @Nullable Type before) {
    if (type == null) {
      return null;
    }
    if (type instanceof Type.SetType || type instanceof Type.MapType) {
      at.error(
          DiagnosticCode.OPERAND_TYPE,
          part.span(),
          "a list holds single values, and this is " + TypeWords.of(type),
          null);
      return null;
    }
    Type common = before == null ? type : TypeRules.common(before, type);
    if (before != null && common == null) {
      at.error(
          DiagnosticCode.TYPE_MISMATCH,
          part.span(),
          "this is " + TypeWords.of(type) + ", and the list holds " + TypeWords.of(before),
          new Conversions(at).help(part, type, part, before));
    }
    return common;
  }

  private void recordConstant(ListLiteral node) {
    List<Value> values = new ArrayList<>();
    for (Expression element : node.elements()) {
      Value value = at.facts().constant(element);
      if (value == null) {
        return;
      }
      values.add(value);
    }
    at.facts().constant(node, SetValue.of(values));
  }

  static @Nullable Type elementOf(@Nullable Type type) {
    return type instanceof Type.SetType set ? set.element() : null;
  }

  static @Nullable Type setOf(@Nullable Type type) {
    return type == null || type instanceof Type.SetType ? null : new Type.SetType(type, 0, MANY);
  }
}
