package dev.writ.dsl.parse;

import dev.writ.dsl.ast.Annotation;
import dev.writ.dsl.ast.BindField;
import dev.writ.dsl.ast.BindItem;
import dev.writ.dsl.ast.BindResource;
import dev.writ.dsl.ast.BindWithin;
import dev.writ.dsl.ast.Binds;
import dev.writ.dsl.ast.BindsAll;
import dev.writ.dsl.ast.BindsList;
import dev.writ.dsl.ast.Condition;
import dev.writ.dsl.ast.DottedPath;
import dev.writ.dsl.ast.Expression;
import dev.writ.dsl.ast.GrantDecl;
import dev.writ.dsl.ast.Head;
import dev.writ.dsl.ast.Permits;
import dev.writ.dsl.ast.Requesters;
import dev.writ.dsl.grammar.WritParser.BindItemContext;
import dev.writ.dsl.grammar.WritParser.BindsClauseContext;
import dev.writ.dsl.grammar.WritParser.GrantDeclContext;
import dev.writ.dsl.grammar.WritParser.PathItemContext;
import dev.writ.dsl.grammar.WritParser.PermitsClauseContext;
import dev.writ.dsl.grammar.WritParser.RequestedByContext;
import dev.writ.dsl.grammar.WritParser.RequestedClauseContext;
import dev.writ.dsl.grammar.WritParser.RequestedWhenContext;
import dev.writ.dsl.grammar.WritParser.RequestedWithReasonContext;
import dev.writ.dsl.grammar.WritParser.WithinItemContext;
import dev.writ.dsl.source.DiagnosticCode;
import dev.writ.dsl.source.Span;
import java.util.List;
import java.util.Set;

/** Builds grants. */
final class GrantBuilder {
  private static final Set<String> BOUND = Set.of("args", "facts");

  private final Builders builders;

  GrantBuilder(Builders builders) {
    this.builders = builders;
  }

  GrantDecl grant(GrantDeclContext context, List<Annotation> annotations) {
    GrantClauses clauses = new GrantClauses(builders, this);
    context.clauses.forEach(clauses::add);
    return clauses.build(
        annotations, builders.names.name(context.name()), builders.reporter.span(context));
  }

  Permits permits(PermitsClauseContext context) {
    Conditions clauses = new Conditions(builders, context.head()).addAll(context.clauses);
    Head head = builders.heads.wholeHead(context.head(), "grant");
    Condition condition = clauses.conditionOnly("`permits`");
    return new Permits(head, condition, builders.reporter.span(context));
  }

  Requesters requesters(RequestedByContext context) {
    Once<Expression> when = new Once<>(builders.reporter, "when", "join the conditions with `and`");
    Once<Boolean> withReason = new Once<>(builders.reporter, "with reason");
    for (RequestedClauseContext clause : context.clauses) {
      Span span = builders.reporter.span(clause);
      if (clause instanceof RequestedWhenContext given) {
        when.set(span, builders.expressions.condition(given.condition()));
      } else if (clause instanceof RequestedWithReasonContext) {
        withReason.set(span, true);
      } else {
        throw new Unhandled(clause);
      }
    }
    return new Requesters(
        builders.heads.patterns(context.typePatterns()),
        when.get(),
        withReason.isSet(),
        builders.reporter.span(context));
  }

  Binds binds(BindsClauseContext context) {
    Span span = builders.reporter.span(context);
    List<BindItemContext> items = context.bindItem();
    return items.size() == 1 && items.get(0).getText().equals("all")
        ? new BindsAll(span)
        : new BindsList(items.stream().map(this::item).toList(), span);
  }

  private BindItem item(BindItemContext context) {
    Span span = builders.reporter.span(context);
    if (context instanceof WithinItemContext within) {
      return new BindWithin(builders.names.qualified(within.qualifiedName()), span);
    } else if (context instanceof PathItemContext path) {
      return item(builders.names.path(path.dotted()), span);
    }
    throw new Unhandled(context);
  }

  private BindItem item(DottedPath path, Span span) {
    if (path.text().equals("resource")) {
      return new BindResource(span);
    }
    if (!BOUND.contains(path.root().text()) || path.parts().size() != 2) {
      builders.reporter.error(
          DiagnosticCode.UNEXPECTED_TOKEN,
          span,
          path.text().equals("all")
              ? "`all` stands alone: it binds everything"
              : "a grant cannot be bound to " + Wording.quote(path.text()),
          "bind `all`, or `resource`, `within TYPE`, and fields such as `args.environment`");
    }
    return new BindField(path, span);
  }
}
