package dev.writ.core.ir;

import dev.writ.core.model.ActionDef;
import dev.writ.core.model.EntityTypeDef;
import dev.writ.core.model.Schema;
import dev.writ.core.model.ToolDigest;
import dev.writ.core.model.Type;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Checks that the binding of a tool makes requests of its action, and nothing is placed twice. */
final class ToolCheck
    implements ToolBinding.ResourceVisitor<Boolean>, ToolBinding.PlacementVisitor<Boolean> {

  private final PolicySet set;
  private final Schema schema;
  private final ToolBinding tool;
  private final Problems problems;
  private final @Nullable ActionDef action;
  private final Set<String> placed = new HashSet<>();
  private final Set<String> filled = new HashSet<>();

  ToolCheck(PolicySet set, ToolBinding tool, Problems problems) {
    this.set = set;
    this.schema = set.schema();
    this.tool = tool;
    this.problems = problems;
    this.action = schema.action(tool.action());
  }

  /** What messages call a binding. */
  static String id(ToolBinding tool) {
    return tool.server() == null ? tool.tool() : tool.tool() + "` of `" + tool.server();
  }

  void check() {
    problems.require(!tool.tool().isBlank(), "the name is empty");
    problems.require(tool.server() == null || !tool.server().isBlank(), "the server is empty");
    problems.require(
        set.modules().stream()
            .noneMatch(module -> module.name().equals(tool.module()) && module.guard() != null),
        "the module `" + tool.module() + "` has a guard");
    problems.require(
        tool.digest() == null || ToolDigest.isDigest(tool.digest()),
        "the digest is not `sha256:` and 64 hexadecimal digits");
    problems.require(action != null, "the action `" + tool.action() + "` is not declared");
    tool.resource().accept(this);
    tool.placements().forEach(placement -> placement.accept(this));
    tool.ignored().forEach(this::place);
    if (action != null) {
      required(action.args(), filled, "the argument");
    }
  }

  private void place(String argument) {
    problems.require(placed.add(argument), "the argument `" + argument + "` is placed twice");
  }

  private void resourceTypes(Collection<String> types) {
    for (String type : types) {
      problems.require(
          action == null || action.resourceTypes().contains(type),
          "`" + type + "` is no resource type of the action");
    }
  }

  @Override
  public Boolean visitFromArgument(ToolBinding.FromArgument from) {
    resourceTypes(List.of(from.type()));
    boolean again =
        tool.placements().stream().anyMatch(each -> each.arguments().contains(from.argument()));
    if (!again) {
      place(from.argument());
    }
    return true;
  }

  @Override
  public Boolean visitFromSession(ToolBinding.FromSession from) {
    Type.RecordType session = schema.session();
    Type.Field field = session == null ? null : session.field(from.field());
    if (field != null && field.type() instanceof Type.EntityType entity) {
      resourceTypes(entity.types());
    } else {
      problems.add("the session has no entity `" + from.field() + "`");
    }
    return true;
  }

  @Override
  public Boolean visitFixed(ToolBinding.Fixed fixed) {
    resourceTypes(List.of(fixed.entity().type()));
    EntityTypeDef type = schema.entityType(fixed.entity().type());
    problems.require(
        type == null || type.closedIds() == null || type.closedIds().contains(fixed.entity().id()),
        "there is no `" + fixed.entity() + "`");
    return true;
  }

  private Type.@Nullable Field target(String target) {
    Type.Field field = action == null ? null : action.args().field(target);
    problems.require(
        action == null || field != null, "the action has no argument `" + target + "`");
    problems.require(filled.add(target), "the argument `" + target + "` gets two values");
    return field;
  }

  @Override
  public Boolean visitPlaced(ToolBinding.Placed each) {
    place(each.argument());
    Type.Field field = target(each.target());
    problems.require(
        field == null || field.optional() || !each.optional(),
        "the argument `" + each.target() + "` is required, what it is made of is not");
    return true;
  }

  @Override
  public Boolean visitZipped(ToolBinding.Zipped zipped) {
    zipped.arguments().forEach(this::place);
    Type.Field field = target(zipped.target());
    if (field == null) {
      return false;
    }
    if (field.type() instanceof Type.SetType of && of.element() instanceof Type.RecordType record) {
      zip(zipped, record);
    } else {
      problems.add("the argument `" + zipped.target() + "` is no set of records");
    }
    return true;
  }

  private void zip(ToolBinding.Zipped zipped, Type.RecordType record) {
    Set<String> fields = new HashSet<>();
    for (ToolBinding.Part part : zipped.parts()) {
      problems.require(
          record.field(part.field()) != null,
          "the records of `" + zipped.target() + "` have no field `" + part.field() + "`");
      problems.require(
          fields.add(part.field()), "the field `" + part.field() + "` gets two values");
    }
    required(record, fields, "the field");
  }

  private void required(Type.RecordType record, Set<String> given, String noun) {
    for (Type.Field field : record.fields()) {
      problems.require(
          field.optional() || given.contains(field.name()),
          noun + " `" + field.name() + "` is required and gets no value");
    }
  }
}
