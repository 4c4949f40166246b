package dev.writ.dsl.parse;

import dev.writ.dsl.ast.Annotation;
import dev.writ.dsl.ast.DottedPath;
import dev.writ.dsl.ast.IgnoredArgument;
import dev.writ.dsl.ast.QualifiedName;
import dev.writ.dsl.ast.QuotedText;
import dev.writ.dsl.ast.ResourceFromArgument;
import dev.writ.dsl.ast.ResourceFromSession;
import dev.writ.dsl.ast.ResourceOfTool;
import dev.writ.dsl.ast.ToolDecl;
import dev.writ.dsl.ast.ToolItem;
import dev.writ.dsl.ast.ToolResource;
import dev.writ.dsl.grammar.WritParser.ArgumentResourceContext;
import dev.writ.dsl.grammar.WritParser.AsksContext;
import dev.writ.dsl.grammar.WritParser.EntityResourceContext;
import dev.writ.dsl.grammar.WritParser.OfServerContext;
import dev.writ.dsl.grammar.WritParser.PinnedContext;
import dev.writ.dsl.grammar.WritParser.SessionResourceContext;
import dev.writ.dsl.grammar.WritParser.ToolClauseContext;
import dev.writ.dsl.grammar.WritParser.ToolDeclContext;
import dev.writ.dsl.grammar.WritParser.ToolIgnoringContext;
import dev.writ.dsl.grammar.WritParser.ToolOnContext;
import dev.writ.dsl.grammar.WritParser.ToolResourceContext;
import dev.writ.dsl.grammar.WritParser.ToolWithContext;
import dev.writ.dsl.source.DiagnosticCode;
import dev.writ.dsl.source.Span;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Builds the bindings of tools. */
final class ToolBuilder {
  private static final String SESSION = "session";

  private final Builders builders;
  private final ToolItemBuilder items;

  ToolBuilder(Builders builders) {
    this.builders = builders;
    this.items = new ToolItemBuilder(builders);
  }

  /** Returns the binding, or null after reporting that a part is missing or malformed. */
  @Nullable ToolDecl tool(ToolDeclContext context, List<Annotation> annotations) {
    int before = builders.reporter.diagnostics().size();
    QuotedText name = builders.names.ruleName(context.ruleName(), context.getStart(), "tool");
    Parts parts = new Parts();
    context.clauses.forEach(parts::add);
    if (!parts.asks.isSet() || !parts.on.isSet()) {
      builders.missing(
          context,
          parts.asks.isSet()
              ? "it is not said on what the tool acts"
              : "it is not said what a call of the tool asks for",
          parts.asks.isSet()
              ? "add `on TYPE(argument)`, `on TYPE::\"id\"` or `on session.field`"
              : "add `asks ACTION`");
    }
    QualifiedName action = parts.asks.get();
    Optional<ToolResource> resource = parts.on.orElse(Optional.empty());
    if (action == null || resource.isEmpty() || builders.reporter.diagnostics().size() > before) {
      return null;
    }
    return new ToolDecl(
        annotations,
        name,
        parts.of.get(),
        action,
        resource.get(),
        parts.with.orElse(List.of()),
        parts.ignoring.orElse(List.of()),
        parts.pinned.get(),
        builders.reporter.span(context));
  }

  private Optional<ToolResource> resource(ToolResourceContext context) {
    Span span = builders.reporter.span(context);
    if (context instanceof ArgumentResourceContext given) {
      DottedPath type = builders.names.path(given.dotted());
      return Optional.of(
          new ResourceFromArgument(
              new QualifiedName(type.parts(), type.span()),
              items.argument(given.toolArgument()),
              span));
    } else if (context instanceof EntityResourceContext given) {
      return Optional.of(new ResourceOfTool(builders.names.reference(given.entityRef()), span));
    } else if (context instanceof SessionResourceContext given) {
      return fromSession(builders.names.path(given.dotted()));
    }
    throw new Unhandled(context);
  }

  private Optional<ToolResource> fromSession(DottedPath path) {
    boolean field = path.parts().size() == 2 && path.parts().get(0).text().equals(SESSION);
    if (field) {
      return Optional.of(new ResourceFromSession(path.parts().get(1), path.span()));
    }
    builders.reporter.error(
        DiagnosticCode.TOOL_PATH,
        path.span(),
        "`" + path.text() + "` does not tell what a call acts on",
        path.parts().size() == 1
            ? "write `"
                + path.text()
                + "(argument)`, `"
                + path.text()
                + "::\"id\"` or `session.field`"
            : "write `TYPE(argument)`, `TYPE::\"id\"` or `session.field`");
    return Optional.empty();
  }

  /** The clauses of one binding. */
  private final class Parts {
    private final Once<QuotedText> of = once("of");
    private final Once<QualifiedName> asks = once("asks");
    private final Once<Optional<ToolResource>> on = once("on");
    private final Once<List<ToolItem>> with = once("with", "write one list");
    private final Once<List<IgnoredArgument>> ignoring = once("ignoring", "write one list");
    private final Once<QuotedText> pinned = once("pinned");

    private <T> Once<T> once(String clause) {
      return once(clause, "keep one of them");
    }

    private <T> Once<T> once(String clause, String help) {
      return new Once<>(builders.reporter, clause, help);
    }

    void add(ToolClauseContext clause) {
      Span span = builders.reporter.span(clause);
      if (clause instanceof OfServerContext given) {
        of.set(span, server(given));
      } else if (clause instanceof AsksContext given) {
        asks.set(span, builders.names.qualified(given.qualifiedName()));
      } else if (clause instanceof ToolOnContext given) {
        on.set(span, resource(given.toolResource()));
      } else if (clause instanceof ToolWithContext given) {
        with.set(span, items.placed(given.toolItems()));
      } else if (clause instanceof ToolIgnoringContext given) {
        ignoring.set(span, items.ignored(given.toolItems()));
      } else if (clause instanceof PinnedContext given) {
        pinned.set(span, builders.names.text(given.string()));
      } else {
        throw new Unhandled(clause);
      }
    }

    private QuotedText server(OfServerContext context) {
      QuotedText server = builders.names.text(context.string());
      if (server.value().isBlank()) {
        builders.reporter.error(
            DiagnosticCode.RULE_NAME,
            server.span(),
            "the name of a server is empty",
            "leave `of` out to bind the tool of any server");
      }
      return server;
    }
  }
}
