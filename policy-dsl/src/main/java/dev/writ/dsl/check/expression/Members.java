package dev.writ.dsl.check.expression;

import dev.writ.core.model.EnumValue;
import dev.writ.core.model.Type;
import dev.writ.dsl.ast.Expression;
import dev.writ.dsl.ast.Index;
import dev.writ.dsl.ast.Member;
import dev.writ.dsl.ast.NameReference;
import dev.writ.dsl.source.DiagnosticCode;
import dev.writ.dsl.source.Span;
import org.jspecify.annotations.Nullable;

/** {@code a.b} and {@code a["b"]}: a field, a part, a tag; or a name with its module or enum. */
final class Members {
  private final Checking at;

  Members(Checking at) {
    this.at = at;
  }

  Outcome member(Member node) {
    String prefix = dotted(node.target());
    if (prefix != null) {
      Outcome named = named(node, prefix);
      if (named != null) {
        return named;
      }
    }
    if (new Times(at).concerns(node.target())) {
      return new Times(at).misplaced(node.span());
    }
    Outcome target = at.check(node.target(), Wanted.TARGET);
    if (target.type() == null) {
      return at.failed();
    }
    String name = node.name().text();
    if (target.type() instanceof Type.MapType) {
      at.error(
          DiagnosticCode.UNKNOWN_FIELD,
          node.span(),
          "a tag is not read with a dot",
          "write `" + at.text(node.target().span()) + "[\"" + name + "\"]`");
      return at.failed();
    }
    Type.Field field = new Fields(at).find(target, node.target(), name, node.name().span());
    if (field == null) {
      return at.failed();
    }
    Part part = Part.find(target.type(), name);
    if (part != null) {
      at.facts().meaning(node, new Meaning.PartUse(part));
    }
    int reads =
        target.type() instanceof Type.EntityType
            ? new Fields(at).readsOneMore(target, node.name().span())
            : target.reads();
    Outcome read = read(node, target, field, reads);
    return part == Part.URL_HOST ? read.ofHost() : read;
  }

  Outcome index(Index node) {
    Outcome target = at.check(node.target(), Wanted.TARGET);
    if (target.type() == null) {
      return at.failed();
    }
    String key = node.key().value();
    if (!(target.type() instanceof Type.MapType map)) {
      at.error(
          DiagnosticCode.OPERAND_TYPE,
          node.span(),
          "only tags are read with a key, and this is " + TypeWords.of(target.type()),
          "a field is read with a dot");
      return at.failed();
    }
    return read(node, target, new Type.Field(key, map.value(), true, false), target.reads());
  }

  private Outcome read(Expression node, Outcome target, Type.Field field, int reads) {
    AccessPath path = target.path() == null ? null : target.path().then(field.name());
    Outcome found = Outcome.of(field.type(), at.flow()).reading(reads);
    if (path != null) {
      found = found.at(path, reads).narrowed(at.flow());
    }
    if (!allowed(node, field)) {
      return at.failed();
    }
    if (field.optional() && (path == null || !at.flow().present().contains(path))) {
      if (at.wanted().absent()) {
        return found.mayBeAbsent();
      }
      unguarded(node, field.name());
    }
    return found;
  }

  private boolean allowed(Expression node, Type.Field field) {
    if (field.type() == Type.Scalar.OPAQUE) {
      at.error(
          DiagnosticCode.OPAQUE_VALUE,
          node.span(),
          "`" + at.text(node.span()) + "` is `Opaque`, so nothing but `has` can be asked of it",
          "declare what matters in it as a field of its own");
      return false;
    }
    if (field.secret() && !at.wanted().secret()) {
      at.error(
          DiagnosticCode.SECRET_FIELD,
          node.span(),
          "`" + at.text(node.span()) + "` is secret, so it can only be asked for `has` and `==`",
          null);
      return false;
    }
    return true;
  }

  private void unguarded(Expression node, String name) {
    String text = at.text(node.span());
    Expression of = node instanceof Member member ? member.target() : ((Index) node).target();
    String owner = at.text(of.span());
    String field = name.matches("[A-Za-z_][A-Za-z0-9_]*") ? name : "`" + name + "`";
    at.error(
        DiagnosticCode.MAY_BE_ABSENT,
        node.span(),
        "`" + text + "` may be absent",
        "ask for it to the left: `"
            + owner
            + " has "
            + field
            + " and …` or `"
            + owner
            + " lacks "
            + field
            + " or …`");
  }

  /** The names joined by dots, or null where this starts with something that has a value. */
  private @Nullable String dotted(Expression node) {
    if (node instanceof NameReference name) {
      return new NameReading(at).isBound(name.name().text()) ? null : name.name().text();
    }
    if (node instanceof Member member) {
      String prefix = dotted(member.target());
      return prefix == null || at.names().findLet(prefix + "." + member.name().text()) != null
          ? null
          : prefix + "." + member.name().text();
    }
    return null;
  }

  /** What a name behind a module or an enum stands for; null where it is neither. */
  private @Nullable Outcome named(Member node, String prefix) {
    String name = node.name().text();
    Span span = node.span();
    Type.EnumType enumType = at.names().findEnum(prefix);
    if (enumType != null) {
      int ordinal = enumType.ordinalOfName(name);
      if (ordinal >= 0) {
        return at.constant(node, new EnumValue(enumType, ordinal), enumType);
      }
      new NameProblems(at).unknownEnumerator(name, node.name().span(), enumType);
      return at.failed();
    }
    ModuleLet let = at.names().findLet(prefix + "." + name);
    if (let != null) {
      return new Lets(at).use(node, let, span);
    }
    NameProblems problems = new NameProblems(at);
    boolean type =
        problems.reportsType(prefix, span) || problems.reportsType(prefix + "." + name, span);
    return type ? at.failed() : null;
  }
}
