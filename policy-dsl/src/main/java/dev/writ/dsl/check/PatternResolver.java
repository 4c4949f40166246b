package dev.writ.dsl.check;

import dev.writ.core.model.EntityId;
import dev.writ.core.model.EntityTypeDef;
import dev.writ.dsl.ast.AnyOfType;
import dev.writ.dsl.ast.EntityDecl;
import dev.writ.dsl.ast.EntityRef;
import dev.writ.dsl.ast.Exactly;
import dev.writ.dsl.ast.InPlace;
import dev.writ.dsl.ast.NotInPlace;
import dev.writ.dsl.ast.PlaceEntities;
import dev.writ.dsl.ast.PlacePath;
import dev.writ.dsl.ast.PlaceVisitor;
import dev.writ.dsl.ast.QualifiedName;
import dev.writ.dsl.ast.TypePattern;
import dev.writ.dsl.ast.TypePatternVisitor;
import dev.writ.dsl.source.DiagnosticCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Resolves patterns in places where no request is at hand: subjects of scopes, actors. */
final class PatternResolver
    implements TypePatternVisitor<Optional<CheckedPattern>>,
        PlaceVisitor<Optional<List<EntityId>>> {
  private final SetContext context;
  private final FileScope scope;

  PatternResolver(SetContext context, FileScope scope) {
    this.context = context;
    this.scope = scope;
  }

  /** Returns the patterns that have no error. */
  List<CheckedPattern> resolve(List<TypePattern> written) {
    List<CheckedPattern> patterns = new ArrayList<>();
    for (TypePattern pattern : written) {
      pattern.accept(this).ifPresent(patterns::add);
    }
    return patterns;
  }

  private @Nullable String type(QualifiedName name) {
    Declared<EntityDecl> type =
        context.names().resolve(name, scope, DeclarationKind.ENTITY, EntityDecl.class);
    return type == null ? null : type.id();
  }

  @Override
  public Optional<CheckedPattern> visitAnyOfType(AnyOfType node) {
    String type = type(node.type());
    return Optional.ofNullable(type).map(found -> new CheckedPattern(found, null, List.of()));
  }

  @Override
  public Optional<CheckedPattern> visitInPlace(InPlace node) {
    String type = type(node.type());
    Optional<List<EntityId>> groups = node.place().accept(this);
    if (type == null || groups.isEmpty()) {
      return Optional.empty();
    }
    TypeHierarchy hierarchy = new TypeHierarchy(context.schema());
    for (EntityId group : groups.get()) {
      if (!hierarchy.canBeIn(type, group.type())) {
        context
            .diagnostics()
            .add(
                scope.error(
                    DiagnosticCode.NEVER_A_MEMBER,
                    node.place().span(),
                    "no `" + node.type().text() + "` can be in `" + group + "`"));
        return Optional.empty();
      }
    }
    return Optional.of(new CheckedPattern(type, null, groups.get()));
  }

  @Override
  public Optional<CheckedPattern> visitNotInPlace(NotInPlace node) {
    context
        .diagnostics()
        .add(
            scope
                .error(
                    DiagnosticCode.PATTERN_NOT_ALLOWED,
                    node.span(),
                    "`not in` may stand only where somebody votes")
                .withHelp("say who is meant with `in`"));
    return Optional.empty();
  }

  @Override
  public Optional<CheckedPattern> visitExactly(Exactly node) {
    EntityId entity = context.entities().resolve(node.entity(), scope);
    return Optional.ofNullable(entity)
        .map(found -> new CheckedPattern(found.type(), found, List.of()));
  }

  @Override
  public Optional<List<EntityId>> visitEntities(PlaceEntities node) {
    List<EntityId> entities = new ArrayList<>();
    for (EntityRef ref : node.entities()) {
      EntityId entity = context.entities().resolve(ref, scope);
      if (entity == null) {
        return Optional.empty();
      }
      entities.add(entity);
    }
    return Optional.of(entities);
  }

  @Override
  public Optional<List<EntityId>> visitPath(PlacePath node) {
    context
        .diagnostics()
        .add(
            scope
                .error(
                    DiagnosticCode.LITERAL_REQUIRED,
                    node.span(),
                    "`" + node.path().text() + "` is a path, and no request is at hand here")
                .withHelp("name the group, as in `Team::\"security\"`"));
    return Optional.empty();
  }

  /** Returns whether all entities of a type are people. */
  boolean isHuman(String type) {
    EntityTypeDef def = context.schema().entityType(type);
    return def != null && def.human();
  }
}
