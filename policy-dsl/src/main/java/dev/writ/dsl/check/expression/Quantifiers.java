package dev.writ.dsl.check.expression;

import dev.writ.core.model.Type;
import dev.writ.dsl.ast.Expression;
import dev.writ.dsl.ast.ListLiteral;
import dev.writ.dsl.ast.Quantifier;
import dev.writ.dsl.ast.QuantifierKind;
import dev.writ.dsl.source.DiagnosticCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code any x in s: …} and {@code every x in s, t: …}. */
final class Quantifiers {
  private static final int UNDECLARED = 1_000;

  private final Checking at;

  Quantifiers(Checking at) {
    this.at = at;
  }

  Outcome check(Quantifier node) {
    if (at.frame().ranging()) {
      at.error(
          DiagnosticCode.NESTED_QUANTIFIER,
          node.span(),
          "a quantifier cannot stand inside another",
          "ask with `in`, `contains any` or `contains all`, or keep what is needed as an attribute");
    }
    requireFreeName(node);
    LocalVariable variable = variable(node);
    if (variable == null) {
      return at.bool();
    }
    Outcome body = at.budget().forEach(elements(node), node.span(), () -> body(node, variable));
    Flow inTrue = body.whenTrue().forgetting(Set.of(variable));
    Flow inFalse = body.whenFalse().forgetting(Set.of(variable));
    return node.kind() == QuantifierKind.ANY
        ? Outcome.bool(inTrue, at.flow())
        : Outcome.bool(at.flow(), inFalse);
  }

  /** How many elements the sets may hold together. */
  private long elements(Quantifier node) {
    long most = 0;
    for (Expression set : node.sets()) {
      most += set instanceof ListLiteral list ? list.elements().size() : declared(set);
    }
    return Math.max(1, most);
  }

  /** How many elements a set may hold as declared; 1,000 where nothing is declared of it. */
  private int declared(Expression set) {
    return at.facts().typeOf(set) instanceof Type.SetType type && type.max() < Integer.MAX_VALUE
        ? type.max()
        : UNDECLARED;
  }

  private Outcome body(Quantifier node, LocalVariable variable) {
    Outcome body =
        at.in(
            at.frame().with(variable),
            at.facts(),
            node.body(),
            Wanted.condition(Position.NEUTRAL),
            at.flow());
    if (body.type() != null && !body.is(Type.Scalar.BOOL)) {
      at.error(
          DiagnosticCode.NOT_A_CONDITION,
          node.body().span(),
          "a condition is a `Bool`, and this is " + TypeWords.of(body.type()),
          Conversions.toCondition(at.text(node.body().span()), body));
    }
    return body;
  }

  /** The variable, of a type that holds the elements of all sets; null where there is none. */
  private @Nullable LocalVariable variable(Quantifier node) {
    boolean several = node.sets().size() > 1;
    List<Boolean> mayBeAbsent = new ArrayList<>();
    List<String> args = new ArrayList<>();
    Type element = null;
    int reads = 0;
    boolean failed = false;
    for (Expression set : node.sets()) {
      Outcome found = at.check(set, several ? Wanted.set() : Wanted.ANY);
      Type joined = joined(set, found, element);
      failed |= joined == null;
      element = joined == null ? element : joined;
      mayBeAbsent.add(found.absent());
      reads = Math.max(reads, found.reads());
      args.addAll(argOf(found.path()));
    }
    if (failed || element == null) {
      return null;
    }
    List<String> sources = args.size() == node.sets().size() ? args : null;
    LocalVariable variable = new LocalVariable(node.variable().text(), element, reads, sources);
    at.facts().meaning(node, new Meaning.Ranged(variable, mayBeAbsent));
    return variable;
  }

  private @Nullable Type joined(Expression set, Outcome found, @Nullable Type before) {
    if (!new Sets(at).requireSet(set, found)) {
      return null;
    }
    Type element = Sets.elementOf(found.type());
    Type common = before == null || element == null ? element : TypeRules.common(before, element);
    if (common == null) {
      at.error(
          DiagnosticCode.TYPE_MISMATCH,
          set.span(),
          "this holds " + TypeWords.of(element) + ", and the set before it " + TypeWords.of(before),
          "sets of one quantifier hold elements of one type");
    }
    return common;
  }

  /** The arg that a set is, alone; nothing where it is something else. */
  private static List<String> argOf(@Nullable AccessPath path) {
    if (path == null || path.start() != ContextRoot.ARGS || path.steps().size() != 1) {
      return List.of();
    }
    return path.steps();
  }

  private void requireFreeName(Quantifier node) {
    String name = node.variable().text();
    if (new NameReading(at).isBoundHere(name)) {
      at.error(
          DiagnosticCode.SHADOWED_NAME,
          node.variable().span(),
          "`" + name + "` stands for something else here already",
          "give the variable another name");
    }
  }
}
