package dev.writ.dsl.check;

import dev.writ.core.model.EntityId;
import dev.writ.core.model.EntityTypeDef;
import dev.writ.core.model.Schema;
import dev.writ.dsl.ast.EntityDecl;
import dev.writ.dsl.ast.EntityRef;
import dev.writ.dsl.source.DiagnosticCode;
import dev.writ.dsl.source.Diagnostics;
import dev.writ.dsl.source.Spelling;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/** Resolves literal references to entities outside expressions. */
final class EntityRefs {
  private final NameResolver names;
  private final Schema schema;
  private final Diagnostics diagnostics;

  EntityRefs(NameResolver names, Schema schema, Diagnostics diagnostics) {
    this.names = names;
    this.schema = schema;
    this.diagnostics = diagnostics;
  }

  /** Returns a resolver that reports nothing. */
  EntityRefs silent() {
    return new EntityRefs(names.reportingTo(problem -> {}), schema, new Diagnostics());
  }

  /** Returns the entity that a reference names, or null after reporting. */
  @Nullable EntityId resolve(EntityRef ref, FileScope scope) {
    Declared<EntityDecl> type =
        names.resolve(ref.type(), scope, DeclarationKind.ENTITY, EntityDecl.class);
    return type == null ? null : entity(type.id(), ref, scope);
  }

  /** Returns the entity of a known type with the id of a reference, or null after reporting. */
  @Nullable EntityId entity(String type, EntityRef ref, FileScope scope) {
    String id = ref.id().value();
    if (id.isEmpty()) {
      diagnostics.add(
          scope.error(DiagnosticCode.EMPTY_ENTITY_ID, ref.id().span(), "an entity id is empty"));
      return null;
    }
    EntityTypeDef def = schema.entityType(type);
    SortedSet<String> closed = def == null ? null : def.closedIds();
    if (closed != null && !closed.contains(id)) {
      diagnostics.add(
          scope
              .error(
                  DiagnosticCode.UNKNOWN_ENTITY,
                  ref.id().span(),
                  "entity type `" + ref.type().text() + "` has no entity \"" + id + "\"")
              .withHelp(Spelling.didYouMean(id, closed).orElse(null)));
      return null;
    }
    return EntityId.of(type, id);
  }
}
