package dev.writ.core.slice;

import dev.writ.core.ir.Expr;
import dev.writ.core.ir.ExprChildren;
import dev.writ.core.model.EntityId;
import dev.writ.core.model.SetValue;
import dev.writ.core.model.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Walks expressions for what they can read of entities. Every branch counts, whatever the others
 * come to; a local stands for every element of its sets. For one thread.
 */
final class PathWalk {
  private final PathTree tree;
  private final Map<String, List<PathTree.Step>> locals;

  PathWalk(PathTree tree) {
    this(tree, Map.of());
  }

  private PathWalk(PathTree tree, Map<String, List<PathTree.Step>> locals) {
    this.tree = tree;
    this.locals = locals;
  }

  /** The same, in the scope of a local that stands for what is there, or for its elements. */
  PathWalk with(String local, List<PathTree.Step> steps) {
    Map<String, List<PathTree.Step>> inner = new HashMap<>(locals);
    inner.put(local, steps);
    return new PathWalk(tree, inner);
  }

  /** Adds what the expression reads; where its value can stand, as far as it is an entity. */
  List<PathTree.Step> read(Expr expr) {
    if (expr instanceof Expr.Var) {
      return List.of(tree.from(expr));
    }
    if (expr instanceof Expr.Const constant) {
      return constants(constant.value());
    }
    if (expr instanceof Expr.Local local) {
      return locals.getOrDefault(local.name(), List.of());
    }
    if (expr instanceof Expr.Member member) {
      return read(member.of()).stream().map(step -> step.field(member.name())).toList();
    }
    if (expr instanceof Expr.Has has) {
      read(has.of()).forEach(step -> step.field(has.name()));
      return List.of();
    }
    if (expr instanceof Expr.InEntities in) {
      in.groups().forEach(this::read);
      return asked(in.member());
    }
    if (expr instanceof Expr.InEntitySet in) {
      read(in.groups());
      return asked(in.member());
    }
    if (expr instanceof Expr.Quantified quantified) {
      return quantified(quantified);
    }
    if (expr instanceof Expr.If choice) {
      read(choice.condition());
      return either(choice.then(), choice.otherwise());
    }
    // whatever else has entities for its value, a set or a choice, has them from its operands
    return either(ExprChildren.of(expr).toArray(Expr[]::new));
  }

  private List<PathTree.Step> either(Expr... all) {
    List<PathTree.Step> steps = new ArrayList<>();
    for (Expr expr : all) {
      steps.addAll(read(expr));
    }
    return steps;
  }

  /** Adds that what the value is in is asked. */
  List<PathTree.Step> asked(Expr member) {
    read(member).forEach(PathTree.Step::asked);
    return List.of();
  }

  private List<PathTree.Step> quantified(Expr.Quantified quantified) {
    List<PathTree.Step> elements = new ArrayList<>();
    for (Expr.QuantifiedSet set : quantified.sets()) {
      if (set.presence() != null) {
        read(set.presence());
      }
      elements.addAll(read(set.set()));
    }
    with(quantified.local(), elements).read(quantified.body());
    return List.of();
  }

  private List<PathTree.Step> constants(Value value) {
    List<PathTree.Step> steps = new ArrayList<>();
    if (value instanceof EntityId) {
      steps.add(tree.from(new Expr.Const(value)));
    } else if (value instanceof SetValue set) {
      set.elements().forEach(element -> steps.addAll(constants(element)));
    }
    return steps;
  }
}
