package dev.writ.dsl.parse;

import dev.writ.dsl.ast.Annotation;
import dev.writ.dsl.ast.EntityDecl;
import dev.writ.dsl.ast.EntityRef;
import dev.writ.dsl.ast.Field;
import dev.writ.dsl.ast.Identifier;
import dev.writ.dsl.ast.ManifestDecl;
import dev.writ.dsl.ast.ModuleEntry;
import dev.writ.dsl.ast.QualifiedName;
import dev.writ.dsl.ast.QuotedText;
import dev.writ.dsl.ast.SessionFields;
import dev.writ.dsl.grammar.WritLexer;
import dev.writ.dsl.grammar.WritParser.ClosedIdsContext;
import dev.writ.dsl.grammar.WritParser.EntityClauseContext;
import dev.writ.dsl.grammar.WritParser.EntityDeclContext;
import dev.writ.dsl.grammar.WritParser.GuardsContext;
import dev.writ.dsl.grammar.WritParser.IdentifiedByContext;
import dev.writ.dsl.grammar.WritParser.ManifestDeclContext;
import dev.writ.dsl.grammar.WritParser.ManifestEntryContext;
import dev.writ.dsl.grammar.WritParser.ModuleClauseContext;
import dev.writ.dsl.grammar.WritParser.ModuleEntryContext;
import dev.writ.dsl.grammar.WritParser.OwnedByContext;
import dev.writ.dsl.grammar.WritParser.ParentTypesContext;
import dev.writ.dsl.grammar.WritParser.SessionEntryContext;
import dev.writ.dsl.source.Span;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.Token;

/** Builds entity types and the manifest. */
final class EntityBuilder {
  private final Builders builders;
  private final NameBuilder names;

  EntityBuilder(Builders builders) {
    this.builders = builders;
    this.names = builders.names;
  }

  EntityDecl entity(EntityDeclContext context, List<Annotation> annotations) {
    Once<List<QualifiedName>> parents = once("in", "write all parent types in one list");
    Once<List<QuotedText>> ids = once("one of", "write all ids in one list");
    Once<Identifier> identifiedBy = once("identified by", "keep one of them");
    for (EntityClauseContext clause : context.clauses) {
      Span span = builders.reporter.span(clause);
      if (clause instanceof ParentTypesContext types) {
        parents.set(span, names.qualified(types.qualifiedName()));
      } else if (clause instanceof ClosedIdsContext closed) {
        ids.set(span, closed.string().stream().map(names::id).toList());
      } else if (clause instanceof IdentifiedByContext identified) {
        identifiedBy.set(span, names.word(identified.word()));
      } else {
        throw new Unhandled(clause);
      }
    }
    List<Field> fields =
        context.fieldBlock() == null ? List.of() : builders.types.fields(context.fieldBlock());
    return new EntityDecl(
        annotations,
        hasModifier(context, WritLexer.HUMAN),
        hasModifier(context, WritLexer.INLINE),
        names.name(context.name()),
        parents.orElse(List.of()),
        ids.get(),
        identifiedBy.get(),
        fields,
        builders.reporter.span(context));
  }

  /** Returns whether a modifier is given; a second time is reported. */
  private boolean hasModifier(EntityDeclContext context, int type) {
    Once<Token> modifier = once(type == WritLexer.HUMAN ? "human" : "inline", "keep one of them");
    for (Token token : context.modifiers) {
      if (token.getType() == type) {
        modifier.set(builders.reporter.span(token), token);
      }
    }
    return modifier.isSet();
  }

  ManifestDecl manifest(ManifestDeclContext context, List<Annotation> annotations) {
    List<ModuleEntry> modules = new ArrayList<>();
    Once<SessionFields> session = once("session", "write all fields in one block");
    for (ManifestEntryContext entry : context.entries) {
      Span span = builders.reporter.span(entry);
      if (entry instanceof ModuleEntryContext module) {
        modules.add(module(module));
      } else if (entry instanceof SessionEntryContext fields) {
        session.set(span, new SessionFields(builders.types.fields(fields.fieldBlock()), span));
      } else {
        throw new Unhandled(entry);
      }
    }
    return new ManifestDecl(
        annotations,
        names.qualified(context.qualifiedName()),
        modules,
        session.get(),
        builders.reporter.span(context));
  }

  private ModuleEntry module(ModuleEntryContext context) {
    Once<QuotedText> owner = once("owned by", "keep one of them");
    Once<EntityRef> guard = once("guards", "a module has one guard");
    for (ModuleClauseContext clause : context.clauses) {
      Span span = builders.reporter.span(clause);
      if (clause instanceof OwnedByContext owned) {
        owner.set(span, names.text(owned.string()));
      } else if (clause instanceof GuardsContext guards) {
        guard.set(span, names.reference(guards.entityRef()));
      } else {
        throw new Unhandled(clause);
      }
    }
    return new ModuleEntry(
        names.qualified(context.qualifiedName()),
        owner.get(),
        guard.get(),
        builders.reporter.span(context));
  }

  private <T> Once<T> once(String clause, String help) {
    return new Once<>(builders.reporter, clause, help);
  }
}
