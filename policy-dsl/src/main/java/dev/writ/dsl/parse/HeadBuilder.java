package dev.writ.dsl.parse;

import dev.writ.dsl.ast.ActionPattern;
import dev.writ.dsl.ast.AnyAction;
import dev.writ.dsl.ast.AnyOfType;
import dev.writ.dsl.ast.DottedPath;
import dev.writ.dsl.ast.EntityRef;
import dev.writ.dsl.ast.Exactly;
import dev.writ.dsl.ast.Head;
import dev.writ.dsl.ast.InPlace;
import dev.writ.dsl.ast.NamedActions;
import dev.writ.dsl.ast.NotInPlace;
import dev.writ.dsl.ast.Place;
import dev.writ.dsl.ast.PlaceEntities;
import dev.writ.dsl.ast.PlacePath;
import dev.writ.dsl.ast.QualifiedName;
import dev.writ.dsl.ast.TypePattern;
import dev.writ.dsl.grammar.WritParser.ActionPatternContext;
import dev.writ.dsl.grammar.WritParser.AnyPatternContext;
import dev.writ.dsl.grammar.WritParser.ByPartContext;
import dev.writ.dsl.grammar.WritParser.HeadContext;
import dev.writ.dsl.grammar.WritParser.HeadPartContext;
import dev.writ.dsl.grammar.WritParser.ListedPlacesContext;
import dev.writ.dsl.grammar.WritParser.NamedPatternContext;
import dev.writ.dsl.grammar.WritParser.OnPartContext;
import dev.writ.dsl.grammar.WritParser.PlaceContext;
import dev.writ.dsl.grammar.WritParser.PlaceItemContext;
import dev.writ.dsl.grammar.WritParser.SinglePlaceContext;
import dev.writ.dsl.grammar.WritParser.TypePatternContext;
import dev.writ.dsl.grammar.WritParser.TypePatternsContext;
import dev.writ.dsl.source.DiagnosticCode;
import dev.writ.dsl.source.Span;
import java.util.ArrayList;
import java.util.List;

/** Builds heads, type patterns and places. */
final class HeadBuilder {
  private final Reporter reporter;
  private final NameBuilder names;

  HeadBuilder(Reporter reporter) {
    this.reporter = reporter;
    this.names = new NameBuilder(reporter);
  }

  /** Returns a head in which {@code by} and {@code on} may be left out. */
  Head head(HeadContext context) {
    Once<List<TypePattern>> by = new Once<>(reporter, "by", "write all types in one list");
    Once<List<TypePattern>> on = new Once<>(reporter, "on", "write all types in one list");
    context.parts.forEach(part -> part(part, by, on));
    return new Head(
        actions(context.actionPattern()),
        by.orElse(List.of()),
        on.orElse(List.of()),
        reporter.span(context));
  }

  /** Returns a head that must say {@code by} and {@code on}, since something is permitted. */
  Head wholeHead(HeadContext context, String noun) {
    Head head = head(context);
    if (head.principals().isEmpty() || head.resources().isEmpty()) {
      String part = head.principals().isEmpty() ? "by" : "on";
      reporter.error(
          DiagnosticCode.INCOMPLETE_HEAD,
          context,
          Wording.indefinite(noun) + " must say " + (part.equals("by") ? "by whom" : "on what"),
          "add `" + part + " TYPE`, so that it permits no more than what is written");
    }
    return head;
  }

  void part(HeadPartContext part, Once<List<TypePattern>> by, Once<List<TypePattern>> on) {
    if (part instanceof ByPartContext principals) {
      by.set(reporter.span(part), patterns(principals.typePatterns()));
    } else if (part instanceof OnPartContext resources) {
      on.set(reporter.span(part), patterns(resources.typePatterns()));
    } else {
      throw new Unhandled(part);
    }
  }

  private ActionPattern actions(ActionPatternContext context) {
    if (context instanceof AnyPatternContext any) {
      return new AnyAction(names.qualified(any.qualifiedName()), reporter.span(any));
    } else if (context instanceof NamedPatternContext named) {
      return new NamedActions(names.qualified(named.qualifiedName()), reporter.span(named));
    }
    throw new Unhandled(context);
  }

  /** Returns patterns without {@code not in}, which only votes may have. */
  List<TypePattern> patterns(TypePatternsContext context) {
    List<TypePattern> patterns = voters(context);
    for (TypePattern pattern : patterns) {
      if (pattern instanceof NotInPlace) {
        reporter.error(
            DiagnosticCode.PATTERN_NOT_ALLOWED,
            pattern.span(),
            "`not in` stands in the votes of an approval only",
            "write the exception as a condition: `unless ... in ...`");
      }
    }
    return patterns;
  }

  /** Returns plain type names; a pattern is reported. */
  List<QualifiedName> types(List<TypePattern> patterns, String noun) {
    List<QualifiedName> types = new ArrayList<>();
    for (TypePattern pattern : patterns) {
      if (pattern instanceof AnyOfType any) {
        types.add(any.type());
      } else {
        reporter.error(
            DiagnosticCode.PATTERN_NOT_ALLOWED,
            pattern.span(),
            noun + " is declared for types, not for some of their entities",
            "leave the restriction to rules");
      }
    }
    return types;
  }

  /** Returns the patterns of voters, which may say {@code not in}. */
  List<TypePattern> voters(TypePatternsContext context) {
    return context.typePattern().stream().map(this::pattern).toList();
  }

  private TypePattern pattern(TypePatternContext context) {
    QualifiedName type = names.qualified(context.qualifiedName());
    Span span = reporter.span(context);
    if (context.string() != null) {
      return new Exactly(new EntityRef(type, names.id(context.string()), span), span);
    }
    if (context.place() == null) {
      return new AnyOfType(type, span);
    }
    Place place = place(context.place());
    return context.NOT() == null
        ? new InPlace(type, place, span)
        : new NotInPlace(type, place, span);
  }

  Place place(PlaceContext context) {
    if (context instanceof SinglePlaceContext single) {
      PlaceItemContext item = single.placeItem();
      return item.string() == null
          ? new PlacePath(names.path(item.dotted()), reporter.span(item))
          : new PlaceEntities(
              List.of(names.reference(item.dotted(), item.string())), reporter.span(item));
    } else if (context instanceof ListedPlacesContext listed) {
      return listed(listed);
    }
    throw new Unhandled(context);
  }

  private Place listed(ListedPlacesContext context) {
    List<EntityRef> references = new ArrayList<>();
    for (PlaceItemContext item : context.placeItem()) {
      if (item.string() == null) {
        reporter.error(
            DiagnosticCode.MALFORMED_REFERENCE,
            item,
            "a list after `in` holds entity references only",
            "write a reference as `Team::\"sre\"`");
      } else {
        references.add(names.reference(item.dotted(), item.string()));
      }
    }
    Span span = reporter.span(context);
    if (references.isEmpty() && context.placeItem().isEmpty()) {
      reporter.error(
          DiagnosticCode.MALFORMED_REFERENCE, context, "nothing is in an empty list", null);
    }
    return references.isEmpty()
        ? new PlacePath(new DottedPath(List.of(names.identifier(context.getStart())), span), span)
        : new PlaceEntities(references, span);
  }
}
