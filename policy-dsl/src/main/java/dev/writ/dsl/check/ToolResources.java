package dev.writ.dsl.check;

import dev.writ.core.model.ActionDef;
import dev.writ.core.model.EntityId;
import dev.writ.core.model.Type;
import dev.writ.dsl.ast.EntityDecl;
import dev.writ.dsl.ast.Identifier;
import dev.writ.dsl.ast.ResourceFromArgument;
import dev.writ.dsl.ast.ResourceFromSession;
import dev.writ.dsl.ast.ResourceOfTool;
import dev.writ.dsl.ast.ToolResourceVisitor;
import dev.writ.dsl.source.DiagnosticCode;
import dev.writ.dsl.source.Span;
import dev.writ.dsl.source.Spelling;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Checks what a call of a tool acts on; a visit gives nothing after reporting. */
final class ToolResources implements ToolResourceVisitor<Optional<CheckedTool.Resource>> {
  private final SetContext context;
  private final FileScope scope;
  private final ActionDef action;

  ToolResources(SetContext context, FileScope scope, ActionDef action) {
    this.context = context;
    this.scope = scope;
    this.action = action;
  }

  @Override
  public Optional<CheckedTool.Resource> visitFromArgument(ResourceFromArgument node) {
    Declared<EntityDecl> type =
        context.names().resolve(node.type(), scope, DeclarationKind.ENTITY, EntityDecl.class);
    return type != null && isTaken(List.of(type.id()), node.type().span())
        ? Optional.of(new CheckedTool.FromArgument(type.id(), node.argument().text()))
        : Optional.empty();
  }

  @Override
  public Optional<CheckedTool.Resource> visitOfTool(ResourceOfTool node) {
    EntityId entity = context.entities().resolve(node.entity(), scope);
    return entity != null && isTaken(List.of(entity.type()), node.entity().type().span())
        ? Optional.of(new CheckedTool.Fixed(entity))
        : Optional.empty();
  }

  @Override
  public Optional<CheckedTool.Resource> visitFromSession(ResourceFromSession node) {
    Identifier name = node.field();
    Type.RecordType session = context.schema().session();
    if (session == null) {
      error(
          DiagnosticCode.UNKNOWN_FIELD,
          node.span(),
          "no session is declared",
          "declare its fields in the manifest: `session { " + name.text() + ": TYPE; }`");
      return Optional.empty();
    }
    Type.Field field = session.field(name.text());
    if (field == null) {
      List<String> known = session.fields().stream().map(Type.Field::name).toList();
      error(
          DiagnosticCode.UNKNOWN_FIELD,
          name.span(),
          "a session has no field `" + name.text() + "`",
          Spelling.didYouMean(name.text(), known)
              .orElse("its fields are declared in the manifest"));
      return Optional.empty();
    }
    if (!(field.type() instanceof Type.EntityType entity)) {
      error(
          DiagnosticCode.TOOL_RESOURCE,
          node.span(),
          "`session." + name.text() + "` is of type " + field.type() + " and no entity",
          "name a field whose type is an entity type");
      return Optional.empty();
    }
    return isTaken(entity.types(), node.span())
        ? Optional.of(new CheckedTool.FromSession(name.text()))
        : Optional.empty();
  }

  /** Whether the action takes all of these types; reports the first that it does not. */
  private boolean isTaken(Collection<String> types, Span span) {
    for (String type : types) {
      if (!action.resourceTypes().contains(type)) {
        error(
            DiagnosticCode.TOOL_RESOURCE,
            span,
            "`" + action.name() + "` is not done on `" + type + "`",
            "it is done on `" + String.join("`, `", action.resourceTypes()) + "`");
        return false;
      }
    }
    return true;
  }

  private void error(DiagnosticCode code, Span span, String message, String help) {
    context.diagnostics().add(scope.error(code, span, message).withHelp(help));
  }
}
