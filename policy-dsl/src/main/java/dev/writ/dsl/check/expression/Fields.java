package dev.writ.dsl.check.expression;

import dev.writ.core.model.EntityTypeDef;
import dev.writ.core.model.Type;
import dev.writ.dsl.ast.Expression;
import dev.writ.dsl.ast.Root;
import dev.writ.dsl.ast.RootReference;
import dev.writ.dsl.source.DiagnosticCode;
import dev.writ.dsl.source.Span;
import dev.writ.dsl.source.Spelling;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Looks up what a name after a dot stands for in a type. */
final class Fields {
  private static final int SHOWN = 8;

  private final Checking at;

  Fields(Checking at) {
    this.at = at;
  }

  /**
   * The field of a record, the attribute of an entity or the part of a scalar with this name; null
   * where there is none, which is reported.
   */
  Type.@Nullable Field find(Outcome target, Expression node, String name, Span span) {
    Type type = target.type();
    if (type instanceof Type.EntityType entity) {
      return attribute(node, entity, name, span);
    }
    if (type instanceof Type.RecordType record) {
      Type.Field field = record.field(name);
      if (field == null) {
        unknown(owner(node), namesOf(record), name, span, undeclared(node, record, name));
      }
      return field;
    }
    Part part = type == null ? null : Part.find(type, name);
    if (part != null) {
      return new Type.Field(name, part.type(), part.optional(), false);
    }
    List<String> words =
        type == null ? List.of() : Part.partsOf(type).stream().map(Part::word).toList();
    unknown(
        TypeWords.of(type),
        words,
        name,
        span,
        type instanceof Type.SetType
            ? "a set has no fields: `any x in " + at.text(node.span()) + ": x." + name + " …`"
            : null);
    return null;
  }

  /** Help where nothing is declared of the session. */
  private static @Nullable String undeclared(Expression node, Type.RecordType record, String name) {
    boolean session = node instanceof RootReference root && root.root() == Root.SESSION;
    return session && record.fields().isEmpty()
        ? "declare it in the manifest: `session { " + name + ": …; }`"
        : null;
  }

  /** The attribute that every one of the types declares, all of one type. */
  private Type.@Nullable Field attribute(
      Expression node, Type.EntityType entity, String name, Span span) {
    Type.Field found = null;
    for (String type : entity.types()) {
      EntityTypeDef def = at.context().schema().entityType(type);
      Type.Field field = def == null ? null : def.attributes().field(name);
      if (def == null || field == null) {
        missing(node, entity, type, def, name, span);
        return null;
      }
      Type common = found == null ? field.type() : TypeRules.common(found.type(), field.type());
      if (common == null) {
        at.error(
            DiagnosticCode.TYPE_MISMATCH,
            span,
            "`" + name + "` is of another type in each of " + TypeWords.of(entity),
            narrow(node, entity));
        return null;
      }
      found =
          new Type.Field(
              name,
              common,
              field.optional() || (found != null && found.optional()),
              field.secret() || (found != null && found.secret()));
    }
    return found;
  }

  private void missing(
      Expression node,
      Type.EntityType entity,
      String type,
      @Nullable EntityTypeDef def,
      String name,
      Span span) {
    List<String> names = def == null ? List.of() : namesOf(def.attributes());
    boolean elsewhere =
        entity.types().size() > 1
            && entity.types().stream().anyMatch(other -> declares(other, name));
    String help = elsewhere ? narrow(node, entity, name) : headHelp(node, name);
    unknown("`" + type + "`", names, name, span, help);
  }

  /** Help where the attribute is declared for another type of the head. */
  private @Nullable String headHelp(Expression node, String name) {
    for (String type : at.context().headPrincipals()) {
      if (at.text(node.span()).equals("principal") && declares(type, name)) {
        return headHelp("principal", type);
      }
    }
    for (String type : at.context().headResources()) {
      if (at.text(node.span()).equals("resource") && declares(type, name)) {
        return headHelp("resource", type);
      }
    }
    return null;
  }

  private String headHelp(String root, String type) {
    return "the rule is checked for `"
        + at.context().slot()
        + "` too: write `"
        + root
        + " is "
        + type
        + " and` before it";
  }

  private boolean declares(String type, String name) {
    EntityTypeDef def = at.context().schema().entityType(type);
    return def != null && def.attributes().field(name) != null;
  }

  private String narrow(Expression node, Type.EntityType entity) {
    return "ask for its type first: `"
        + at.text(node.span())
        + " is "
        + entity.types().first()
        + " and …`";
  }

  private String narrow(Expression node, Type.EntityType entity, String name) {
    String type = entity.types().stream().filter(t -> declares(t, name)).findFirst().orElseThrow();
    return "ask for its type first: `" + at.text(node.span()) + " is " + type + " and …`";
  }

  private String owner(Expression node) {
    return "`" + at.text(node.span()) + "`";
  }

  private void unknown(
      String owner, List<String> names, String name, Span span, @Nullable String help) {
    at.error(
        DiagnosticCode.UNKNOWN_FIELD,
        span,
        owner + " has no `" + name + "`",
        help != null ? help : Spelling.didYouMean(name, names).orElse(listed(names)));
  }

  private static String listed(List<String> names) {
    if (names.isEmpty()) {
      return "it has no fields";
    }
    String more = names.size() > SHOWN ? " and " + (names.size() - SHOWN) + " more" : "";
    return "it has `"
        + String.join("`, `", names.subList(0, Math.min(SHOWN, names.size())))
        + "`"
        + more;
  }

  private static List<String> namesOf(Type.RecordType record) {
    List<String> names = new ArrayList<>();
    record.fields().forEach(field -> names.add(field.name()));
    return names;
  }

  /**
   * How many entities are read one after another if one is read from this value; too many are
   * reported.
   */
  int readsOneMore(Outcome target, Span span) {
    int reads = target.reads() + 1;
    int most = at.budget().limits().reads();
    if (reads > most) {
      at.error(
          DiagnosticCode.TOO_MANY_DEREFERENCES,
          span,
          "this reads " + reads + " entities one after another, and at most " + most + " may be",
          "put what is needed into an attribute of an entity nearer to the request");
    }
    return reads;
  }
}
