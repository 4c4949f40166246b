package dev.writ.dsl.check;

import dev.writ.core.model.Schema;
import dev.writ.core.model.Type;
import dev.writ.dsl.ast.EntityDecl;
import dev.writ.dsl.ast.LetDecl;
import dev.writ.dsl.ast.QualifiedName;
import dev.writ.dsl.check.expression.ModuleLet;
import dev.writ.dsl.check.expression.Names;
import dev.writ.dsl.check.expression.Problems;
import dev.writ.dsl.source.DiagnosticCode;
import dev.writ.dsl.source.Span;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What names in expressions stand for, in one slot of a head or outside any. */
final class SlotNames {
  private final SetContext context;
  private final @Nullable SpannedHead head;
  private final @Nullable HeadSlot slot;

  SlotNames(SetContext context, @Nullable SpannedHead head, @Nullable HeadSlot slot) {
    this.context = context;
    this.head = head;
    this.slot = slot;
  }

  /** Returns the names as a file sees them. */
  Names in(FileScope scope) {
    return new InFile(scope);
  }

  private boolean isInside(String id) {
    SpannedHead outer = context.decisions().head(id);
    return outer == null
        || (head != null
            && slot != null
            && DecisionHeads.covers(outer, head, slot, context.entities().silent()));
  }

  private final class InFile implements Names {
    private final FileScope scope;

    InFile(FileScope scope) {
      this.scope = scope;
    }

    @Override
    public @Nullable String entityType(QualifiedName name, Problems problems) {
      return id(name, DeclarationKind.ENTITY, problems);
    }

    @Override
    public @Nullable String approval(QualifiedName name, Problems problems) {
      return inside(name, DeclarationKind.APPROVAL, problems);
    }

    @Override
    public @Nullable String confirmation(QualifiedName name, Problems problems) {
      return inside(name, DeclarationKind.CONFIRMATION, problems);
    }

    @Override
    public @Nullable String grant(QualifiedName name, Problems problems) {
      return id(name, DeclarationKind.GRANT, problems);
    }

    @Override
    public @Nullable String label(QualifiedName name, Problems problems) {
      return id(name, DeclarationKind.LABEL, problems);
    }

    private @Nullable String id(QualifiedName name, DeclarationKind kind, Problems problems) {
      Declared<?> found =
          context
              .names()
              .reportingTo(problems::add)
              .resolve(name, scope, Set.of(kind), kind.noun());
      return found == null ? null : found.id();
    }

    private @Nullable String inside(QualifiedName name, DeclarationKind kind, Problems problems) {
      String id = id(name, kind, problems);
      if (id == null || isInside(id)) {
        return id;
      }
      problems.error(
          DiagnosticCode.DECISION_OUTSIDE_HEAD,
          name.span(),
          kind.noun() + " `" + name.text() + "` is not for every request of this head",
          outside(id, kind.noun()));
      return null;
    }

    private @Nullable String outside(String id, String noun) {
      SpannedHead outer = context.decisions().head(id);
      return outer == null
          ? null
          : "the "
              + noun
              + " is for `"
              + Excerpts.oneLine(outer.scope(), outer.written().span())
              + "`; narrow this head to that, or widen the "
              + noun;
    }

    @Override
    public Type.@Nullable EnumType findEnum(String name) {
      Declared<?> found = find(name, DeclarationKind.ENUM);
      if (found != null) {
        return context.schema().enums().get(found.id());
      }
      return Schema.SOURCE.name().equals(name)
          ? Schema.SOURCE
          : Schema.WEEKDAY.name().equals(name) ? Schema.WEEKDAY : null;
    }

    @Override
    public @Nullable ModuleLet findLet(String name) {
      Declared<?> found = find(name, DeclarationKind.LET);
      Declared<LetDecl> let = found == null ? null : found.as(LetDecl.class);
      return let == null
          ? null
          : new ModuleLet(
              let.id(), let.scope().source(), let.declaration(), new InFile(let.scope()));
    }

    @Override
    public @Nullable String findEntityType(String name) {
      Declared<?> found = find(name, DeclarationKind.ENTITY);
      Declared<EntityDecl> type = found == null ? null : found.as(EntityDecl.class);
      return type == null ? null : type.id();
    }

    private @Nullable Declared<?> find(String name, DeclarationKind kind) {
      return context
          .names()
          .table()
          .find(name, name.indexOf('.') >= 0, scope, Set.of(kind))
          .found();
    }

    @Override
    public boolean mayUse(ModuleLet let, Span at, Problems problems) {
      if (isInside(let.id())) {
        return true;
      }
      problems.error(
          DiagnosticCode.DECISION_OUTSIDE_HEAD,
          at,
          "let `" + let.declaration().name().text() + "` is not for every request of this head",
          outside(let.id(), "let"));
      return false;
    }

    @Override
    public Collection<Type.EnumType> visibleEnums() {
      List<Type.EnumType> enums = new ArrayList<>(List.of(Schema.SOURCE, Schema.WEEKDAY));
      Map<String, Type.EnumType> declared = context.schema().enums();
      for (String name : visible(DeclarationKind.ENUM)) {
        Declared<?> found = find(name, DeclarationKind.ENUM);
        Type.EnumType type = found == null ? null : declared.get(found.id());
        if (type != null) {
          enums.add(type);
        }
      }
      return enums;
    }

    @Override
    public Collection<String> visibleLets() {
      return visible(DeclarationKind.LET);
    }

    private Set<String> visible(DeclarationKind kind) {
      return context.names().table().visible(scope, Set.of(kind));
    }
  }
}
