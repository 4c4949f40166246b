package dev.writ.core.ir;

import dev.writ.core.model.Json;
import java.util.stream.Collectors;

/** Bindings of tools as text. */
record ToolText(Lines lines) {

  void tool(ToolBinding tool) {
    String server = tool.server() == null ? "" : " of " + Json.quote(tool.server());
    lines.block(
        "tool " + Json.quote(tool.tool()) + server,
        () -> {
          lines.annotations(tool.annotations());
          lines.line("asks " + tool.action());
          lines.line("on " + tool.resource().accept(RESOURCE));
          tool.placements().forEach(each -> lines.line("with " + each.accept(PLACEMENT)));
          if (!tool.ignored().isEmpty()) {
            lines.line(
                "ignoring "
                    + tool.ignored().stream()
                        .map(ExprText::name)
                        .collect(Collectors.joining(", ")));
          }
          if (tool.digest() != null) {
            lines.line("pinned " + Json.quote(tool.digest()));
          }
        });
  }

  private static final ToolBinding.ResourceVisitor<String> RESOURCE =
      new ToolBinding.ResourceVisitor<>() {
        @Override
        public String visitFromArgument(ToolBinding.FromArgument from) {
          return from.type() + "(" + ExprText.name(from.argument()) + ")";
        }

        @Override
        public String visitFromSession(ToolBinding.FromSession from) {
          return "session." + ExprText.name(from.field());
        }

        @Override
        public String visitFixed(ToolBinding.Fixed fixed) {
          return fixed.entity().toString();
        }
      };

  private static final ToolBinding.PlacementVisitor<String> PLACEMENT =
      new ToolBinding.PlacementVisitor<>() {
        @Override
        public String visitPlaced(ToolBinding.Placed placed) {
          return ExprText.name(placed.argument())
              + (placed.optional() ? "?" : "")
              + renamed(placed.argument(), placed.target());
        }

        @Override
        public String visitZipped(ToolBinding.Zipped zipped) {
          return zipped.parts().stream()
                  .map(
                      part ->
                          ExprText.name(part.argument()) + renamed(part.argument(), part.field()))
                  .collect(Collectors.joining(", ", "zip(", ")"))
              + " as "
              + ExprText.name(zipped.target());
        }
      };

  private static String renamed(String from, String to) {
    return from.equals(to) ? "" : " as " + ExprText.name(to);
  }
}
