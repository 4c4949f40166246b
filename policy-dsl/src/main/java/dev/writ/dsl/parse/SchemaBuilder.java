package dev.writ.dsl.parse;

import dev.writ.dsl.ast.ActionDecl;
import dev.writ.dsl.ast.ActionGroupDecl;
import dev.writ.dsl.ast.Annotation;
import dev.writ.dsl.ast.EnumDecl;
import dev.writ.dsl.ast.Enumerator;
import dev.writ.dsl.ast.ObligationDecl;
import dev.writ.dsl.ast.QualifiedName;
import dev.writ.dsl.ast.QuotedText;
import dev.writ.dsl.ast.TypeDecl;
import dev.writ.dsl.ast.TypeExpr;
import dev.writ.dsl.ast.TypePattern;
import dev.writ.dsl.grammar.WritLexer;
import dev.writ.dsl.grammar.WritParser.ActionArgsContext;
import dev.writ.dsl.grammar.WritParser.ActionClauseContext;
import dev.writ.dsl.grammar.WritParser.ActionDeclContext;
import dev.writ.dsl.grammar.WritParser.ActionFactsContext;
import dev.writ.dsl.grammar.WritParser.ActionGroupDeclContext;
import dev.writ.dsl.grammar.WritParser.ActionHeadPartContext;
import dev.writ.dsl.grammar.WritParser.EnumDeclContext;
import dev.writ.dsl.grammar.WritParser.EnumeratorContext;
import dev.writ.dsl.grammar.WritParser.ObligationDeclContext;
import dev.writ.dsl.grammar.WritParser.TypeDeclContext;
import dev.writ.dsl.source.DiagnosticCode;
import java.util.List;
import org.antlr.v4.runtime.Token;

/** Builds what declares values and actions: enums, record types, actions, obligations. */
final class SchemaBuilder {
  private final Builders builders;

  SchemaBuilder(Builders builders) {
    this.builders = builders;
  }

  EnumDecl enumeration(EnumDeclContext context, List<Annotation> annotations) {
    List<Enumerator> values = context.enumerator().stream().map(this::enumerator).toList();
    boolean ordered = context.separators.stream().anyMatch(SchemaBuilder::isLess);
    checkSeparators(context.separators);
    if (values.isEmpty()) {
      builders.missing(context, "an enum has at least one value", "add the values in its braces");
    }
    return new EnumDecl(
        annotations,
        builders.names.name(context.name()),
        ordered,
        values.isEmpty() ? List.of(noValue(context)) : values,
        builders.reporter.span(context));
  }

  private Enumerator noValue(EnumDeclContext context) {
    return new Enumerator(
        builders.names.name(context.name()), null, builders.reporter.span(context));
  }

  private void checkSeparators(List<Token> separators) {
    for (Token separator : separators) {
      if (isLess(separator) != isLess(separators.get(0))) {
        builders.reporter.error(
            DiagnosticCode.MIXED_ENUM_ORDER,
            separator,
            "this enum is ordered in part",
            "join all values by `<`, or all by `,`");
        return;
      }
    }
  }

  private static boolean isLess(Token separator) {
    return separator.getType() == WritLexer.LESS;
  }

  private Enumerator enumerator(EnumeratorContext context) {
    QuotedText spelling = context.string() == null ? null : builders.names.text(context.string());
    return new Enumerator(
        builders.names.name(context.name()), spelling, builders.reporter.span(context));
  }

  TypeDecl type(TypeDeclContext context, List<Annotation> annotations) {
    return new TypeDecl(
        annotations,
        builders.names.name(context.name()),
        builders.types.type(context.typeExpr()),
        builders.reporter.span(context));
  }

  ActionGroupDecl group(ActionGroupDeclContext context, List<Annotation> annotations) {
    List<QualifiedName> members = builders.names.qualified(context.qualifiedName());
    if (members.isEmpty()) {
      builders.missing(context, "an action group has at least one action", null);
      members = List.of(builders.names.qualified(context, context.name().getStart(), List.of()));
    }
    return new ActionGroupDecl(
        annotations, builders.names.name(context.name()), members, builders.reporter.span(context));
  }

  ObligationDecl obligation(ObligationDeclContext context, List<Annotation> annotations) {
    return new ObligationDecl(
        annotations,
        builders.names.name(context.name()),
        builders.types.fields(context.fields()),
        builders.reporter.span(context));
  }

  ActionDecl action(ActionDeclContext context, List<Annotation> annotations) {
    ActionParts parts = new ActionParts();
    context.clauses.forEach(parts::add);
    if (!parts.by.isSet() || !parts.on.isSet()) {
      String lacking = parts.by.isSet() ? "on" : "by";
      builders.reporter.error(
          DiagnosticCode.INCOMPLETE_HEAD,
          context.name(),
          "an action must say " + (lacking.equals("by") ? "by whom" : "on what") + " it is done",
          "add `" + lacking + " TYPE`");
    }
    return new ActionDecl(
        annotations,
        builders.names.name(context.name()),
        builders.heads.types(parts.by.orElse(List.of()), "an action"),
        builders.heads.types(parts.on.orElse(List.of()), "an action"),
        parts.args.get(),
        parts.facts.get(),
        builders.reporter.span(context));
  }

  /** The clauses of one action. */
  private final class ActionParts {
    private final Once<List<TypePattern>> by = once("by");
    private final Once<List<TypePattern>> on = once("on");
    private final Once<TypeExpr> args = once("with");
    private final Once<TypeExpr> facts = once("facts");

    private <T> Once<T> once(String clause) {
      return new Once<>(builders.reporter, clause, "write one list");
    }

    void add(ActionClauseContext clause) {
      if (clause instanceof ActionHeadPartContext part) {
        builders.heads.part(part.headPart(), by, on);
      } else if (clause instanceof ActionArgsContext with) {
        args.set(builders.reporter.span(clause), builders.types.type(with.typeExpr()));
      } else if (clause instanceof ActionFactsContext given) {
        facts.set(builders.reporter.span(clause), builders.types.type(given.typeExpr()));
      } else {
        throw new Unhandled(clause);
      }
    }
  }
}
