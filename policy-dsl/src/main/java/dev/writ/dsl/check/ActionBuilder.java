package dev.writ.dsl.check;

import dev.writ.core.model.ActionDef;
import dev.writ.core.model.Type;
import dev.writ.dsl.ast.ActionDecl;
import dev.writ.dsl.ast.EntityDecl;
import dev.writ.dsl.ast.QualifiedName;
import dev.writ.dsl.ast.TypeExpr;
import dev.writ.dsl.source.DiagnosticCode;
import dev.writ.dsl.source.Diagnostics;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Builds an action: who, on what, with which args and facts. */
final class ActionBuilder {
  private final Declared<ActionDecl> declared;
  private final FileScope scope;
  private final NameResolver names;
  private final Diagnostics diagnostics;

  ActionBuilder(Declared<ActionDecl> declared, NameResolver names, Diagnostics diagnostics) {
    this.declared = declared;
    this.scope = declared.scope();
    this.names = names;
    this.diagnostics = diagnostics;
  }

  ActionDef build(TypeTable types) {
    ActionDecl action = declared.declaration();
    return new ActionDef(
        declared.id(),
        declared.module(),
        entityTypes(action.principals()),
        entityTypes(action.resources()),
        record(action.args(), types),
        record(action.facts(), types));
  }

  private SortedSet<String> entityTypes(List<QualifiedName> written) {
    SortedSet<String> found = new TreeSet<>();
    for (QualifiedName name : written) {
      Declared<EntityDecl> type =
          names.resolve(name, scope, DeclarationKind.ENTITY, EntityDecl.class);
      if (type != null && !found.add(type.id())) {
        diagnostics.add(
            scope.error(
                DiagnosticCode.REPEATED_ITEM, name.span(), "`" + name.text() + "` stands twice"));
      }
    }
    return found;
  }

  private Type.RecordType record(@Nullable TypeExpr written, TypeTable types) {
    Type.RecordType record = written == null ? null : types.in(scope).resolveRecord(written);
    return record == null ? Type.RecordType.EMPTY : record;
  }
}
