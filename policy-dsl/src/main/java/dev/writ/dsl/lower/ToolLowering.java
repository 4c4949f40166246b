package dev.writ.dsl.lower;

import dev.writ.core.ir.ToolBinding;
import dev.writ.dsl.ast.PlacedArgument;
import dev.writ.dsl.ast.ToolDecl;
import dev.writ.dsl.ast.ToolItemVisitor;
import dev.writ.dsl.ast.ZippedArguments;
import dev.writ.dsl.check.CheckedTool;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** Lowers the bindings of tools. */
final class ToolLowering
    implements ToolItemVisitor<ToolBinding.Placement>, CheckedTool.Visitor<ToolBinding.Resource> {
  private static final ToolLowering INSTANCE = new ToolLowering();

  private ToolLowering() {}

  static ToolBinding tool(CheckedTool checked) {
    ToolDecl tool = checked.declaration();
    List<ToolBinding.Placement> placements =
        tool.items().stream().map(item -> item.accept(INSTANCE)).toList();
    SortedSet<String> ignored = new TreeSet<>();
    tool.ignored().forEach(each -> ignored.add(each.argument().text()));
    return new ToolBinding(
        checked.module(),
        tool.name().value(),
        tool.server() == null ? null : tool.server().value(),
        checked.action(),
        checked.resource().accept(INSTANCE),
        placements,
        ignored,
        tool.digest() == null ? null : tool.digest().value(),
        Annotations.of(tool.annotations()));
  }

  @Override
  public ToolBinding.Placement visitPlaced(PlacedArgument node) {
    return new ToolBinding.Placed(node.argument().text(), node.optional(), node.target().text());
  }

  @Override
  public ToolBinding.Placement visitZipped(ZippedArguments node) {
    List<ToolBinding.Part> parts =
        node.parts().stream()
            .map(part -> new ToolBinding.Part(part.argument().text(), part.target().text()))
            .toList();
    return new ToolBinding.Zipped(parts, node.target().text());
  }

  @Override
  public ToolBinding.Resource visitFromArgument(CheckedTool.FromArgument from) {
    return new ToolBinding.FromArgument(from.type(), from.argument());
  }

  @Override
  public ToolBinding.Resource visitFromSession(CheckedTool.FromSession from) {
    return new ToolBinding.FromSession(from.field());
  }

  @Override
  public ToolBinding.Resource visitFixed(CheckedTool.Fixed fixed) {
    return new ToolBinding.Fixed(fixed.entity());
  }
}
