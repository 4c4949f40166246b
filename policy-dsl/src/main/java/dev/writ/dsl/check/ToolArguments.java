package dev.writ.dsl.check;

import dev.writ.core.model.ActionDef;
import dev.writ.core.model.Type;
import dev.writ.dsl.ast.Identifier;
import dev.writ.dsl.ast.IgnoredArgument;
import dev.writ.dsl.ast.PlacedArgument;
import dev.writ.dsl.ast.ResourceFromArgument;
import dev.writ.dsl.ast.ToolDecl;
import dev.writ.dsl.ast.ToolItemVisitor;
import dev.writ.dsl.ast.ZippedArguments;
import dev.writ.dsl.check.expression.Problems;
import dev.writ.dsl.source.Diagnostic;
import dev.writ.dsl.source.DiagnosticCode;
import dev.writ.dsl.source.Span;
import dev.writ.dsl.source.Spelling;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Checks where the arguments of a tool go; a visit tells whether the action has the argument. */
final class ToolArguments implements ToolItemVisitor<Boolean> {
  private final ToolDecl tool;
  private final ActionDef action;
  private final Problems problems;
  private final Map<String, Span> placed = new HashMap<>();
  private final Map<String, Span> filled = new HashMap<>();
  private final @Nullable Identifier resource;

  ToolArguments(ToolDecl tool, ActionDef action, Problems problems) {
    this.tool = tool;
    this.action = action;
    this.problems = problems;
    this.resource = tool.resource() instanceof ResourceFromArgument from ? from.argument() : null;
  }

  void check() {
    tool.items().forEach(item -> item.accept(this));
    if (resource != null) {
      placed.putIfAbsent(resource.text(), resource.span());
    }
    for (IgnoredArgument ignored : tool.ignored()) {
      place(ignored.argument());
    }
    for (Type.Field field : action.args().fields()) {
      if (!field.optional() && !filled.containsKey(field.name())) {
        problems.error(
            DiagnosticCode.UNPLACED_ARGUMENT,
            tool.action().span(),
            "nothing gives `" + field.name() + "`, which `" + action.name() + "` requires",
            "add `" + field.name() + "`, or `NAME as " + field.name() + "`, to `with`");
      }
    }
  }

  @Override
  public Boolean visitPlaced(PlacedArgument node) {
    place(node.argument());
    Type.Field field = target(node.target());
    if (field != null && node.optional() && !field.optional()) {
      problems.error(
          DiagnosticCode.REQUIRED_TARGET,
          node.span(),
          "a call may leave out `"
              + node.argument().text()
              + "`, but `"
              + action.name()
              + "` requires `"
              + field.name()
              + "`",
          "delete the `?`, or make `" + field.name() + "` optional in the action");
    } else if (node.optional() && resource != null && isSame(resource, node.argument())) {
      problems.error(
          DiagnosticCode.REQUIRED_TARGET,
          node.span(),
          "a call may leave out `" + resource.text() + "`, but it tells the resource",
          "delete the `?`");
    }
    return field != null;
  }

  @Override
  public Boolean visitZipped(ZippedArguments node) {
    node.parts().forEach(part -> place(part.argument()));
    Type.Field field = target(node.target());
    if (field != null) {
      if (field.type() instanceof Type.SetType set
          && set.element() instanceof Type.RecordType record) {
        zip(node, record);
      } else {
        problems.error(
            DiagnosticCode.ZIP_TARGET,
            node.target().span(),
            "`" + field.name() + "` is of type " + field.type() + " and no set of records",
            "zipped arguments fill a `Set` of a record type with a field for each of them");
      }
    }
    return field != null;
  }

  private void zip(ZippedArguments node, Type.RecordType record) {
    Map<String, Span> fields = new HashMap<>();
    for (PlacedArgument part : node.parts()) {
      Identifier name = part.target();
      once(fields, name, "`" + name.text() + "` gets two values");
      if (record.field(name.text()) == null) {
        problems.error(
            DiagnosticCode.ZIP_TARGET,
            name.span(),
            "the records of `" + node.target().text() + "` have no field `" + name.text() + "`",
            suggestion(name, record, "their fields are"));
      }
    }
    for (Type.Field field : record.fields()) {
      if (!field.optional() && !fields.containsKey(field.name())) {
        problems.error(
            DiagnosticCode.ZIP_TARGET,
            node.span(),
            "nothing gives `"
                + field.name()
                + "`, which the records of `"
                + node.target().text()
                + "` require",
            "add `NAME as " + field.name() + "` to the zip");
      }
    }
  }

  private void place(Identifier argument) {
    once(placed, argument, "argument `" + argument.text() + "` of the tool stands twice");
  }

  private Type.@Nullable Field target(Identifier name) {
    once(filled, name, "`" + name.text() + "` gets two values");
    Type.Field field = action.args().field(name.text());
    if (field == null) {
      problems.error(
          DiagnosticCode.UNKNOWN_TARGET,
          name.span(),
          "`" + action.name() + "` has no argument `" + name.text() + "`",
          suggestion(name, action.args(), "its arguments are"));
    }
    return field;
  }

  private static @Nullable String suggestion(
      Identifier name, Type.RecordType record, String otherwise) {
    List<String> names = record.fields().stream().map(Type.Field::name).toList();
    return names.isEmpty()
        ? "an argument that no policy reads stands in `ignoring`"
        : Spelling.didYouMean(name.text(), names)
            .orElse(otherwise + " `" + String.join("`, `", names) + "`");
  }

  private void once(Map<String, Span> seen, Identifier name, String message) {
    Span first = seen.putIfAbsent(name.text(), name.span());
    if (first != null) {
      problems.add(
          Diagnostic.error(DiagnosticCode.REPEATED_ARGUMENT, problems.file(), name.span(), message)
              .withHelp("keep one of the two")
              .withRelated(problems.file(), first, "it stands here first"));
    }
  }

  private static boolean isSame(Identifier a, Identifier b) {
    return a.text().equals(b.text());
  }
}
