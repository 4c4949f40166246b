package dev.writ.core.plan;

import dev.writ.core.ir.Expr;
import dev.writ.core.model.EntityId;
import dev.writ.core.model.Type;
import dev.writ.core.model.Type.Scalar;
import dev.writ.core.model.Value;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Membership in groups, lists and networks, and sets, as nodes. */
final class SetCode {
  private final Compiler compiler;

  SetCode(Compiler compiler) {
    this.compiler = compiler;
  }

  Node inEntities(Expr.InEntities expr) {
    readsAncestors(expr.member());
    Node node =
        new Membership.OfSome(
            compiler.node(expr.member()), expr.groups().stream().map(compiler::node).toList());
    return compiler.checked(compiler.type(expr.member()) instanceof Type.EntityType, expr, node);
  }

  private void readsAncestors(Expr member) {
    compiler.guard(
        List.of("ancestors", member),
        new Expr.InEntities(member, List.of()),
        compiler.one(null, member, SetCode::ancestors));
  }

  private static @Nullable Value ancestors(Value of, View view, Moment moment) {
    if (of instanceof EntityId entity) {
      EntityOps.ancestors(entity, view, moment);
    }
    return null;
  }

  /** The values of all, where all are constants; else null. */
  private static @Nullable Set<Value> constants(List<Expr> exprs) {
    Set<Value> values = new HashSet<>();
    for (Expr expr : exprs) {
      if (!(expr instanceof Expr.Const constant)) {
        return null;
      }
      values.add(constant.value());
    }
    return Set.copyOf(values);
  }

  private Node setOf(List<Expr> elements) {
    List<Node> nodes = elements.stream().map(compiler::node).toList();
    Type element = nodes.isEmpty() ? null : nodes.get(0).type;
    boolean alike = element != null && nodes.stream().allMatch(n -> element.equals(n.type));
    return new Strict.SetOf(alike ? Types.setOf(element) : null, nodes);
  }

  Node inEntitySet(Expr.InEntitySet expr) {
    readsAncestors(expr.member());
    return compiler.checked(
        compiler.type(expr.member()) instanceof Type.EntityType
            && compiler.type(expr.groups()) instanceof Type.SetType,
        expr,
        new Membership.OfSet(compiler.node(expr.member()), compiler.node(expr.groups())));
  }

  Node isOfType(Expr.Is expr) {
    Set<String> names = Set.copyOf(expr.types());
    return compiler.checked(
        compiler.type(expr.entity()) instanceof Type.EntityType,
        expr,
        compiler.one(
            Scalar.BOOL,
            expr.entity(),
            (a, v, m) ->
                a instanceof EntityId id
                    ? Node.bool(names.contains(id.type()))
                    : m.illTyped("is")));
  }

  Node inList(Expr.InList expr) {
    Set<Value> constants = constants(expr.list());
    return constants == null
        ? new Strict.OfTwo(
            Scalar.BOOL,
            setOf(expr.list()),
            compiler.node(expr.element()),
            (a, b, v, m) -> SetOps.contains(a, b, m))
        : compiler.one(Scalar.BOOL, expr.element(), (a, v, m) -> Node.bool(constants.contains(a)));
  }

  private boolean isSet(Expr expr) {
    return compiler.type(expr) instanceof Type.SetType;
  }

  Node contains(Expr.Contains expr) {
    return compiler.checked(
        isSet(expr.set()),
        expr,
        compiler.two(
            Scalar.BOOL, expr.set(), expr.element(), (a, b, v, m) -> SetOps.contains(a, b, m)));
  }

  Node containsEach(Expr.ContainsEach expr) {
    return compiler.checked(
        isSet(expr.set()) && isSet(expr.elements()),
        expr,
        compiler.two(
            Scalar.BOOL,
            expr.set(),
            expr.elements(),
            expr.all()
                ? (a, b, v, m) -> SetOps.containsAll(a, b, m)
                : (a, b, v, m) -> SetOps.containsAny(a, b, m)));
  }

  Node sizeOf(Expr.Size expr) {
    return compiler.checked(
        isSet(expr.set()),
        expr,
        compiler.one(Scalar.INT, expr.set(), (a, v, m) -> SetOps.size(a, m)));
  }

  Node setOf(Expr.SetOf expr) {
    return setOf(expr.elements());
  }

  Node inNetwork(Expr.InNetwork expr) {
    Type network = compiler.type(expr.network());
    return compiler.checked(
        compiler.type(expr.ip()) == Scalar.IP
            && (network == Scalar.CIDR || Types.elementOf(network) == Scalar.CIDR),
        expr,
        compiler.two(
            Scalar.BOOL, expr.ip(), expr.network(), (a, b, v, m) -> TextOps.inNetwork(a, b, m)));
  }
}
