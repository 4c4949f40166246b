package dev.writ.dsl.check;

import dev.writ.core.model.DecimalValue;
import dev.writ.core.model.Entity;
import dev.writ.core.model.EntityId;
import dev.writ.core.model.EntityTypeDef;
import dev.writ.core.model.IntValue;
import dev.writ.core.model.RecordValue;
import dev.writ.core.model.Type;
import dev.writ.core.model.Value;
import dev.writ.dsl.ast.EntityKey;
import dev.writ.dsl.ast.EntityRef;
import dev.writ.dsl.ast.GivenCounted;
import dev.writ.dsl.ast.GivenEntity;
import dev.writ.dsl.ast.GivenSession;
import dev.writ.dsl.ast.IntLiteral;
import dev.writ.dsl.ast.LimitDecl;
import dev.writ.dsl.ast.LimitKeyVisitor;
import dev.writ.dsl.ast.QualifiedName;
import dev.writ.dsl.ast.RecordLiteral;
import dev.writ.dsl.ast.SessionKey;
import dev.writ.dsl.source.DiagnosticCode;
import dev.writ.dsl.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Checks what a test states of entities, sessions and counters. */
final class TestGivens {
  private final TestState state;

  TestGivens(TestState state) {
    this.state = state;
  }

  /**
   * Returns an entity; one stated without attributes has none, even where its type asks for some.
   */
  Optional<Entity> entity(GivenEntity node) {
    EntityId id = state.entity(node.entity());
    EntityTypeDef type = id == null ? null : state.context().schema().entityType(id.type());
    if (id == null || type == null) {
      return Optional.empty();
    }
    Entity entity = Entity.of(id);
    for (EntityRef ref : node.parents()) {
      EntityId parent = state.entity(ref);
      if (parent != null && isParent(type, parent, ref)) {
        entity = entity.in(parent);
      }
    }
    RecordLiteral attributes = node.attributes();
    if (attributes == null) {
      return Optional.of(entity);
    }
    Value values = state.literals().read(attributes, type.attributes());
    return values instanceof RecordValue record
        ? Optional.of(with(entity, record))
        : Optional.empty();
  }

  private static Entity with(Entity entity, RecordValue attributes) {
    Entity whole = entity;
    for (var attribute : attributes.fields().entrySet()) {
      whole = whole.with(attribute.getKey(), attribute.getValue());
    }
    return whole;
  }

  private boolean isParent(EntityTypeDef type, EntityId parent, EntityRef ref) {
    boolean fits = type.parentTypes().contains(parent.type());
    if (!fits) {
      state.report(
          DiagnosticCode.NEVER_A_MEMBER,
          ref.span(),
          "a `" + type.name() + "` has no parents of type `" + parent.type() + "`",
          type.parentTypes().isEmpty()
              ? "add `in` to the declaration of the type"
              : "its parents are of type `" + String.join("`, `", type.parentTypes()) + "`");
    }
    return fits;
  }

  Optional<CheckedStatement> session(GivenSession node) {
    EntityId origin = state.entity(node.origin());
    List<String> labels = new ArrayList<>();
    for (QualifiedName label : node.labels()) {
      String id = state.id(label, DeclarationKind.LABEL);
      if (id != null) {
        labels.add(id);
      }
    }
    RecordValue fields = sessionFields(node);
    if (origin == null || fields == null) {
      return Optional.empty();
    }
    return Optional.of(
        new CheckedStatement.GivenSession(
            node.id().value(),
            origin,
            node.parent() == null ? null : node.parent().value(),
            fields,
            labels,
            node.span()));
  }

  private @Nullable RecordValue sessionFields(GivenSession node) {
    Type.RecordType declared = state.context().schema().session();
    RecordLiteral written = node.fields();
    if (written == null) {
      return RecordValue.EMPTY;
    }
    if (declared == null) {
      state.report(
          DiagnosticCode.UNKNOWN_FIELD,
          written.span(),
          "no fields of sessions are declared",
          "declare them in the manifest: `session { mfa: Bool; }`");
      return null;
    }
    return state.literals().read(written, declared) instanceof RecordValue record ? record : null;
  }

  Optional<CheckedStatement> counted(GivenCounted node) {
    String id = state.scope().quotedId(node.limit().value());
    LimitDecl limit = state.context().limitDecls().get(id);
    if (limit == null) {
      state.report(
          DiagnosticCode.UNDECLARED_NAME,
          node.limit().span(),
          "this module has no limit \"" + node.limit().value() + "\"",
          null);
      return Optional.empty();
    }
    boolean whole = limit.atMost() instanceof IntLiteral;
    Value amount =
        state.literals().read(node.amount(), whole ? Type.Scalar.INT : Type.Scalar.DECIMAL);
    if (amount != null && units(amount) < 0) {
      state.report(
          DiagnosticCode.INVALID_BOUND, node.amount().span(), "a count is not negative", null);
      return Optional.empty();
    }
    Optional<Counted> key = node.key().accept(new Keys(limit));
    return amount == null
        ? Optional.empty()
        : key.map(
            counted ->
                new CheckedStatement.GivenCounted(
                    id,
                    units(amount),
                    counted.session(),
                    counted.entity(),
                    state.instant(node.at()),
                    node.span()));
  }

  private static long units(Value amount) {
    if (amount instanceof IntValue whole) {
      return whole.value();
    }
    if (amount instanceof DecimalValue decimal) {
      return decimal.scaled();
    }
    throw new IllegalStateException("not a number: " + amount);
  }

  /** For whom is counted: a session or an entity. */
  private record Counted(@Nullable String session, @Nullable EntityId entity) {}

  private final class Keys implements LimitKeyVisitor<Optional<Counted>> {
    private final LimitDecl limit;

    Keys(LimitDecl limit) {
      this.limit = limit;
    }

    @Override
    public Optional<Counted> visitSession(SessionKey node) {
      return fits(true, node.span())
          ? Optional.of(new Counted(node.id().value(), null))
          : Optional.empty();
    }

    @Override
    public Optional<Counted> visitEntity(EntityKey node) {
      EntityId entity = state.entity(node.entity());
      return entity != null && fits(false, node.span())
          ? Optional.of(new Counted(null, entity))
          : Optional.empty();
    }

    private boolean fits(boolean session, Span span) {
      boolean fits = LimitChecker.isSession(limit) == session;
      if (!fits) {
        state.report(
            DiagnosticCode.INVALID_LIMIT_KEY,
            span,
            "limit \"" + limit.name().value() + "\" counts for each `" + limit.key().text() + "`",
            null);
      }
      return fits;
    }
  }
}
