package dev.writ.dsl.parse;

import dev.writ.dsl.ast.Identifier;
import dev.writ.dsl.ast.IgnoredArgument;
import dev.writ.dsl.ast.PlacedArgument;
import dev.writ.dsl.ast.ToolItem;
import dev.writ.dsl.ast.ZippedArguments;
import dev.writ.dsl.grammar.WritParser.ArgumentItemContext;
import dev.writ.dsl.grammar.WritParser.ToolArgumentContext;
import dev.writ.dsl.grammar.WritParser.ToolItemContext;
import dev.writ.dsl.grammar.WritParser.ToolItemsContext;
import dev.writ.dsl.grammar.WritParser.WordContext;
import dev.writ.dsl.grammar.WritParser.ZipItemContext;
import dev.writ.dsl.source.DiagnosticCode;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.ParserRuleContext;
import org.jspecify.annotations.Nullable;

/** Builds what the binding of a tool says of arguments. What is malformed is reported, left out. */
final class ToolItemBuilder {
  private final Builders builders;

  ToolItemBuilder(Builders builders) {
    this.builders = builders;
  }

  List<ToolItem> placed(ToolItemsContext context) {
    List<ToolItem> items = new ArrayList<>();
    for (ToolItemContext each : context.toolItem()) {
      ToolItem item = item(each);
      if (item != null) {
        items.add(item);
      }
    }
    return items;
  }

  private @Nullable ToolItem item(ToolItemContext context) {
    if (context instanceof ArgumentItemContext argument) {
      return placed(argument);
    } else if (context instanceof ZipItemContext zip) {
      return zipped(zip);
    }
    throw new Unhandled(context);
  }

  private PlacedArgument placed(ArgumentItemContext context) {
    Identifier argument = argument(context.toolArgument());
    return new PlacedArgument(
        argument,
        context.QUESTION() != null,
        context.target == null ? argument : builders.names.word(context.target),
        builders.reporter.span(context));
  }

  private @Nullable ZippedArguments zipped(ZipItemContext context) {
    WordContext target = context.target;
    List<PlacedArgument> parts = parts(context);
    if (context.QUESTION() != null) {
      malformed(context, "zipped arguments cannot be optional", "delete the `?`");
    } else if (target == null) {
      malformed(context, "it is not said what is filled", "add `as TARGET` after the parentheses");
    } else if (context.parts.size() < 2) {
      malformed(context, "a single argument is not zipped", "write `argument as TARGET`");
    } else if (parts.size() == context.parts.size()) {
      return new ZippedArguments(
          parts, builders.names.word(target), builders.reporter.span(context));
    }
    return null;
  }

  private List<PlacedArgument> parts(ZipItemContext context) {
    List<PlacedArgument> parts = new ArrayList<>();
    for (ToolItemContext each : context.parts) {
      if (!(each instanceof ArgumentItemContext part)) {
        malformed(each, "a zip holds no other zip", "name arguments of the tool in it");
      } else if (part.QUESTION() != null) {
        malformed(each, "zipped arguments cannot be optional", "delete the `?`");
      } else {
        parts.add(placed(part));
      }
    }
    return parts;
  }

  private void malformed(ParserRuleContext at, String message, String help) {
    builders.reporter.error(DiagnosticCode.MALFORMED_ZIP, at, message, help);
  }

  List<IgnoredArgument> ignored(ToolItemsContext context) {
    List<IgnoredArgument> ignored = new ArrayList<>();
    for (ToolItemContext each : context.toolItem()) {
      if (each instanceof ArgumentItemContext item && item.target == null) {
        ignored.add(
            new IgnoredArgument(
                argument(item.toolArgument()),
                item.QUESTION() != null,
                builders.reporter.span(item)));
      } else {
        builders.misplaced(
            each, "an ignored argument goes nowhere", "name the arguments, without `zip` and `as`");
      }
    }
    return ignored;
  }

  /** Returns the argument that is named; of a path the first part, after reporting it. */
  Identifier argument(ToolArgumentContext context) {
    List<WordContext> words = context.word();
    if (words.size() > 1) {
      boolean rooted = words.get(0).getText().equals("args");
      builders.reporter.error(
          DiagnosticCode.TOOL_PATH,
          context,
          "an argument of the tool is named, not a path to it",
          rooted
              ? "write `" + words.get(1).getText() + "`"
              : "place the whole argument `" + words.get(0).getText() + "`");
    }
    return builders.names.word(words.get(0));
  }
}
