package dev.writ.dsl.check.expression;

import dev.writ.core.model.Type;
import dev.writ.dsl.ast.Expression;
import dev.writ.dsl.ast.ListLiteral;
import dev.writ.dsl.ast.StringLiteral;
import dev.writ.dsl.source.DiagnosticCode;
import dev.writ.dsl.source.Span;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * {@code x in y}: an entity in the hierarchy, a value in a list or set, an address in a network.
 */
final class Membership {
  private final Checking at;

  Membership(Checking at) {
    this.at = at;
  }

  Outcome check(Expression node, Expression left, Expression right) {
    Times times = new Times(at);
    if (times.concerns(left)) {
      return times.membership(node, left, right);
    }
    Outcome typed = null;
    if (new Operands(at).isOpen(left)) {
      typed = at.check(right);
      if (typed.type() == null) {
        return at.bool();
      }
    }
    Type element = typed != null && typed.type() instanceof Type.SetType set ? set.element() : null;
    Outcome member = at.check(left, Wanted.of(element));
    if (member.type() == null) {
      if (typed == null) {
        at.check(right);
      }
      return at.bool();
    }
    Meaning.InForm form =
        member.type() instanceof Type.EntityType entity
            ? entities(node, left, member, entity, right)
            : values(node, left, member.type(), right, typed);
    if (form != null) {
      at.facts().meaning(node, form);
    }
    return at.bool();
  }

  /** The form of a test for an entity, or null where it cannot stand, which is reported. */
  private Meaning.@Nullable InForm entities(
      Expression node, Expression left, Outcome member, Type.EntityType type, Expression right) {
    new Fields(at).readsOneMore(member, node.span());
    if (right instanceof ListLiteral list) {
      list.elements().forEach(element -> group(left, type, element, at.check(element)));
      return Meaning.InForm.ENTITIES;
    }
    return group(left, type, right, at.check(right));
  }

  /** Checks what stands after {@code in} for an entity. */
  Meaning.@Nullable InForm group(
      Expression left, Type.EntityType members, Expression node, Outcome found) {
    if (found.type() == null) {
      return null;
    }
    boolean set = found.type() instanceof Type.SetType;
    Type one = found.type() instanceof Type.SetType many ? many.element() : found.type();
    if (!(one instanceof Type.EntityType groups)) {
      at.error(
          DiagnosticCode.NOT_AN_ENTITY,
          node.span(),
          "an entity cannot be in " + TypeWords.of(found.type()),
          "after `in` stands an entity, a list of entities or a set of them");
      return null;
    }
    if (!new TypeGraph(at.context().schema()).canBeIn(members.types(), groups.types())) {
      never(left, members, groups, node.span());
      return null;
    }
    return set ? Meaning.InForm.ENTITY_SET : Meaning.InForm.ENTITIES;
  }

  private void never(Expression left, Type.EntityType members, Type.EntityType groups, Span span) {
    TypeGraph graph = new TypeGraph(at.context().schema());
    String narrow =
        new Conversions(at).narrowing(left, type -> graph.canBeIn(Set.of(type), groups.types()));
    at.error(
        DiagnosticCode.NEVER_A_MEMBER,
        span,
        "an entity of type "
            + TypeWords.of(members)
            + " can never be in one of type "
            + TypeWords.of(groups),
        narrow != null
            ? narrow
            : "declare the parent: `entity "
                + members.types().first()
                + " in "
                + groups.types().first()
                + "`");
  }

  private Meaning.@Nullable InForm values(
      Expression node, Expression left, Type type, Expression right, @Nullable Outcome typed) {
    if (type == Type.Scalar.IP) {
      Outcome found = at.check(right, Wanted.of(networks(right)));
      if (found.type() == null) {
        return null;
      }
      if (found.type() == Type.Scalar.CIDR || holds(found.type(), Type.Scalar.CIDR)) {
        return Meaning.InForm.NETWORK;
      }
      return scalars(node, left, type, right, found.type());
    }
    Type list = Sets.setOf(type);
    Outcome found = typed != null ? typed : at.check(right, Wanted.of(list));
    return found.type() == null ? null : scalars(node, left, type, right, found.type());
  }

  private Meaning.@Nullable InForm scalars(
      Expression node, Expression left, Type type, Expression right, Type found) {
    if (!holds(found, type)) {
      at.error(
          DiagnosticCode.NEVER_A_MEMBER,
          node.span(),
          TypeWords.of(type) + " can never be in " + TypeWords.of(found),
          help(left, type, right, found));
      return null;
    }
    if (!TypeRules.hasEquality(type)) {
      at.error(
          DiagnosticCode.NOT_COMPARABLE,
          node.span(),
          TypeWords.of(type) + " cannot be compared",
          null);
      return null;
    }
    return right instanceof ListLiteral ? Meaning.InForm.LIST : Meaning.InForm.SET;
  }

  private @Nullable String help(Expression left, Type type, Expression right, Type found) {
    String member = at.text(left.span());
    String group = at.text(right.span());
    if (type instanceof Type.PathType) {
      return "write `" + member + " under " + group + "`";
    }
    if (type instanceof Type.SetType && found instanceof Type.SetType) {
      return "write `" + group + " contains all " + member + "`";
    }
    if (TypeRules.same(type, found)) {
      return "write `" + member + " == " + group + "` or a list: `[" + group + "]`";
    }
    if (type instanceof Type.SetType set && TypeRules.same(set.element(), found)) {
      return "write `" + member + " contains " + group + "`";
    }
    return null;
  }

  private static boolean holds(Type set, Type element) {
    return set instanceof Type.SetType many && TypeRules.same(many.element(), element);
  }

  /** The type that strings after {@code in} have where an address stands before it. */
  private static @Nullable Type networks(Expression right) {
    if (right instanceof StringLiteral) {
      return Type.Scalar.CIDR;
    }
    if (!(right instanceof ListLiteral list)) {
      return null;
    }
    List<StringLiteral> texts =
        list.elements().stream()
            .filter(StringLiteral.class::isInstance)
            .map(StringLiteral.class::cast)
            .toList();
    if (texts.isEmpty()) {
      return null;
    }
    boolean network = texts.stream().anyMatch(text -> text.value().contains("/"));
    return new Type.SetType(network ? Type.Scalar.CIDR : Type.Scalar.IP, 0, Sets.MANY);
  }
}
