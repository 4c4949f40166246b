package dev.writ.dsl.parse;

import dev.writ.dsl.ast.BasedPathType;
import dev.writ.dsl.ast.Field;
import dev.writ.dsl.ast.MapType;
import dev.writ.dsl.ast.NamedType;
import dev.writ.dsl.ast.RecordSumType;
import dev.writ.dsl.ast.RecordType;
import dev.writ.dsl.ast.SetType;
import dev.writ.dsl.ast.TypeExpr;
import dev.writ.dsl.ast.UnionType;
import dev.writ.dsl.grammar.WritParser.FieldBlockContext;
import dev.writ.dsl.grammar.WritParser.FieldContext;
import dev.writ.dsl.grammar.WritParser.FieldsContext;
import dev.writ.dsl.grammar.WritParser.MapTermContext;
import dev.writ.dsl.grammar.WritParser.NamedTermContext;
import dev.writ.dsl.grammar.WritParser.RecordTermContext;
import dev.writ.dsl.grammar.WritParser.SetTermContext;
import dev.writ.dsl.grammar.WritParser.SizeBoundContext;
import dev.writ.dsl.grammar.WritParser.TypeExprContext;
import dev.writ.dsl.grammar.WritParser.TypeSumContext;
import dev.writ.dsl.grammar.WritParser.TypeTermContext;
import dev.writ.dsl.source.DiagnosticCode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Builds types and fields. */
final class TypeBuilder {
  private final Reporter reporter;
  private final NameBuilder names;
  private final LiteralBuilder literals;

  TypeBuilder(Reporter reporter) {
    this.reporter = reporter;
    this.names = new NameBuilder(reporter);
    this.literals = new LiteralBuilder(reporter);
  }

  TypeExpr type(TypeExprContext context) {
    List<TypeExpr> members = context.typeSum().stream().map(this::sum).toList();
    if (members.size() == 1) {
      return members.get(0);
    }
    List<NamedType> named = new ArrayList<>();
    for (TypeExpr member : members) {
      if (member instanceof NamedType type) {
        named.add(type);
      } else {
        reporter.error(
            DiagnosticCode.MALFORMED_TYPE,
            member.span(),
            "only entity types can be joined by `|`",
            null);
      }
    }
    return named.size() < 2 ? members.get(0) : new UnionType(named, reporter.span(context));
  }

  private TypeExpr sum(TypeSumContext context) {
    List<TypeExpr> parts = context.typeTerm().stream().map(this::term).toList();
    if (parts.size() == 1) {
      return parts.get(0);
    }
    for (TypeExpr part : parts) {
      if (!(part instanceof NamedType || part instanceof RecordType)) {
        reporter.error(
            DiagnosticCode.MALFORMED_TYPE,
            part.span(),
            "only record types can be joined by `+`",
            null);
      }
    }
    return new RecordSumType(parts, reporter.span(context));
  }

  private TypeExpr term(TypeTermContext context) {
    if (context instanceof RecordTermContext block) {
      return new RecordType(fields(block.fieldBlock()), reporter.span(block));
    } else if (context instanceof SetTermContext set) {
      return set(set);
    } else if (context instanceof MapTermContext map) {
      return new MapType(type(map.key), type(map.value), reporter.span(map));
    } else if (context instanceof NamedTermContext named) {
      return named(named);
    }
    throw new Unhandled(context);
  }

  private TypeExpr set(SetTermContext context) {
    TypeExpr element = type(context.typeExpr());
    SizeBoundContext bound = context.sizeBound();
    if (bound == null) {
      return new SetType(element, null, null, reporter.span(context));
    }
    Long least = bound.least == null ? null : literals.whole(bound.least, 0);
    long most = literals.whole(bound.most, 1);
    if (least != null && least > most) {
      reporter.error(
          DiagnosticCode.INVALID_COUNT,
          bound,
          "the least size " + least + " is above the greatest",
          "write `" + most + " to " + least + "`");
    }
    return new SetType(element, least, most, reporter.span(context));
  }

  private TypeExpr named(NamedTermContext context) {
    NamedType type =
        new NamedType(
            names.qualified(context.qualifiedName()), reporter.span(context.qualifiedName()));
    return context.string() == null
        ? type
        : new BasedPathType(type, names.text(context.string()), reporter.span(context));
  }

  List<Field> fields(FieldBlockContext context) {
    return fields(context.fields());
  }

  List<Field> fields(@Nullable FieldsContext context) {
    return context == null ? List.of() : context.field().stream().map(this::field).toList();
  }

  private Field field(FieldContext context) {
    return new Field(
        names.word(context.word()),
        context.QUESTION() != null,
        context.SECRET() != null,
        type(context.typeExpr()),
        reporter.span(context));
  }
}
