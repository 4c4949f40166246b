package dev.writ.dsl.check;

import dev.writ.core.model.EntityTypeDef;
import dev.writ.core.model.Type;
import dev.writ.dsl.ast.EntityDecl;
import dev.writ.dsl.ast.Identifier;
import dev.writ.dsl.ast.QualifiedName;
import dev.writ.dsl.ast.QuotedText;
import dev.writ.dsl.source.DiagnosticCode;
import dev.writ.dsl.source.Diagnostics;
import dev.writ.dsl.source.Spelling;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Builds an entity type: parents, closed ids, attributes, the attribute that tells the person. */
final class EntityBuilder {
  private static final Set<Type> TELLING =
      Set.of(Type.Scalar.STRING, Type.Scalar.INT, Type.Scalar.SPIFFE_ID);

  private final Declared<EntityDecl> declared;
  private final FileScope scope;
  private final Diagnostics diagnostics;

  EntityBuilder(Declared<EntityDecl> declared, Diagnostics diagnostics) {
    this.declared = declared;
    this.scope = declared.scope();
    this.diagnostics = diagnostics;
  }

  EntityTypeDef build(NameResolver names, TypeTable types) {
    EntityDecl entity = declared.declaration();
    Type.RecordType attributes = types.in(scope).fields(entity.fields());
    return new EntityTypeDef(
        declared.id(),
        entity.human(),
        entity.inline(),
        parents(entity.parents(), names),
        person(entity.identifiedBy(), attributes),
        closedIds(entity.closedIds()),
        attributes);
  }

  private SortedSet<String> parents(List<QualifiedName> written, NameResolver names) {
    SortedSet<String> parents = new TreeSet<>();
    for (QualifiedName name : written) {
      Declared<EntityDecl> parent =
          names.resolve(name, scope, DeclarationKind.ENTITY, EntityDecl.class);
      if (parent != null && !parents.add(parent.id())) {
        diagnostics.add(
            scope.error(
                DiagnosticCode.REPEATED_ITEM, name.span(), "`" + name.text() + "` stands twice"));
      }
    }
    return parents;
  }

  private @Nullable SortedSet<String> closedIds(@Nullable List<QuotedText> written) {
    if (written == null) {
      return null;
    }
    Map<String, QuotedText> first = new HashMap<>();
    for (QuotedText id : written) {
      QuotedText earlier = first.putIfAbsent(id.value(), id);
      if (id.value().isEmpty()) {
        diagnostics.add(
            scope.error(DiagnosticCode.EMPTY_ENTITY_ID, id.span(), "an entity id is empty"));
      } else if (earlier != null) {
        diagnostics.add(
            scope
                .error(
                    DiagnosticCode.REPEATED_ITEM,
                    id.span(),
                    "id \"" + id.value() + "\" stands twice")
                .withRelated(scope.source(), earlier.span(), "it stands here first"));
      }
    }
    return new TreeSet<>(first.keySet());
  }

  private @Nullable String person(@Nullable Identifier written, Type.RecordType attributes) {
    if (written == null) {
      return null;
    }
    Type.Field field = attributes.field(written.text());
    String problem = problem(written.text(), field);
    if (problem == null) {
      return written.text();
    }
    Set<String> fields =
        attributes.fields().stream().map(Type.Field::name).collect(Collectors.toSet());
    diagnostics.add(
        scope
            .error(DiagnosticCode.INVALID_PERSON_ATTRIBUTE, written.span(), problem)
            .withHelp(
                field == null ? Spelling.didYouMean(written.text(), fields).orElse(null) : null));
    return null;
  }

  private @Nullable String problem(String name, Type.@Nullable Field field) {
    if (!declared.declaration().human()) {
      return "only a `human` entity type is identified by a person";
    }
    if (field == null) {
      return "entity type `" + declared.name() + "` has no attribute `" + name + "`";
    }
    if (field.optional() || field.secret()) {
      return "`" + name + "` tells the person, so it can be neither optional nor secret";
    }
    return TELLING.contains(field.type()) || field.type() instanceof Type.EntityType
        ? null
        : "`" + name + "` tells the person, so it cannot be of type `" + field.type() + "`";
  }
}
