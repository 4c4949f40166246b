package dev.writ.dsl.check.expression;

import dev.writ.core.model.Type;
import dev.writ.dsl.ast.LocalLet;
import dev.writ.dsl.source.Span;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The text an expression belongs to and what is named in it: the rule's own, or the body of a let.
 *
 * @param context roots, names and schema
 * @param problems where errors go
 * @param locals the variables in sight, the innermost last
 * @param letsSeen how many of the rule's lets are in sight
 * @param ranging whether this is inside the body of a quantifier
 * @param inModuleLet whether this is the body of a module's let, whose head may be wider
 * @param lets the module's lets that are being put in, the outermost first
 */
record Frame(
    TypeContext context,
    Problems problems,
    List<LocalVariable> locals,
    int letsSeen,
    boolean ranging,
    boolean inModuleLet,
    List<String> lets) {
  Frame {
    locals = List.copyOf(locals);
    lets = List.copyOf(lets);
  }

  static Frame of(TypeContext context, Problems problems) {
    return new Frame(
        context, problems, context.locals(), context.lets().size(), false, false, List.of());
  }

  /** The body of a quantifier. */
  Frame with(LocalVariable variable) {
    List<LocalVariable> more = new ArrayList<>(locals);
    more.add(variable);
    return new Frame(context, problems, more, letsSeen, true, inModuleLet, lets);
  }

  /** This frame, with the first few lets of the rule in sight. */
  Frame upTo(int count) {
    return new Frame(context, problems, locals, count, ranging, inModuleLet, lets);
  }

  /** The body of a let of the rule: it sees the lets before it, and no variable of its use. */
  Frame inLet(int index, Span use) {
    LocalLet let = context.lets().get(index);
    Problems inner = problems.inLet(let.name().text(), problems.file(), use);
    return new Frame(context, inner, context.locals(), index, ranging, inModuleLet, lets);
  }

  /** The body of a let of a module: it sees the parts of a request and its own file's names. */
  Frame inLet(ModuleLet let, Span use) {
    Map<ContextRoot, Type> roots = new EnumMap<>(ContextRoot.class);
    roots.putAll(context.roots());
    roots.remove(ContextRoot.APPROVER);
    roots.remove(ContextRoot.REQUESTER);
    TypeContext inner =
        new TypeContext(
            let.file(),
            let.names(),
            context.schema(),
            context.slot(),
            roots,
            context.headPrincipals(),
            context.headResources(),
            context.delegatorKnown(),
            List.of(),
            List.of());
    List<String> stack = new ArrayList<>(lets);
    stack.add(let.id());
    Problems told = problems.inLet(let.declaration().name().text(), let.file(), use);
    return new Frame(inner, told, List.of(), 0, ranging, true, stack);
  }
}
