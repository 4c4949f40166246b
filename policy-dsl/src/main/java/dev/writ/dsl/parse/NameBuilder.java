package dev.writ.dsl.parse;

import dev.writ.dsl.ast.DottedPath;
import dev.writ.dsl.ast.EntityRef;
import dev.writ.dsl.ast.Identifier;
import dev.writ.dsl.ast.QualifiedName;
import dev.writ.dsl.ast.QuotedText;
import dev.writ.dsl.grammar.WritLexer;
import dev.writ.dsl.grammar.WritParser.DottedContext;
import dev.writ.dsl.grammar.WritParser.EntityRefContext;
import dev.writ.dsl.grammar.WritParser.NameContext;
import dev.writ.dsl.grammar.WritParser.QualifiedNameContext;
import dev.writ.dsl.grammar.WritParser.RuleNameContext;
import dev.writ.dsl.grammar.WritParser.StringContext;
import dev.writ.dsl.grammar.WritParser.WordContext;
import dev.writ.dsl.source.DiagnosticCode;
import dev.writ.dsl.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;

/** Builds names, paths, references and quoted texts. */
final class NameBuilder {
  private final Reporter reporter;
  private final TextReader texts;

  NameBuilder(Reporter reporter) {
    this.reporter = reporter;
    this.texts = new TextReader(reporter);
  }

  Identifier name(NameContext context) {
    return identifier(context.getStart());
  }

  Identifier word(WordContext context) {
    return identifier(context.getStart());
  }

  Identifier identifier(Token token) {
    String text = token.getText();
    if (token.getType() == WritLexer.QUOTED_NAME) {
      text = text.substring(1, text.length() - 1);
      texts.checkNormalized(token, text);
    } else if (token.getType() == WritLexer.UNCLOSED_NAME) {
      text = text.length() > 1 ? text.substring(1) : "_";
    }
    return new Identifier(text, reporter.span(token));
  }

  QualifiedName qualified(QualifiedNameContext context) {
    List<Identifier> parts = new ArrayList<>();
    parts.add(name(context.name()));
    context.word().forEach(word -> parts.add(word(word)));
    return new QualifiedName(parts, reporter.span(context));
  }

  List<QualifiedName> qualified(List<QualifiedNameContext> contexts) {
    return contexts.stream().map(this::qualified).toList();
  }

  /** Returns a name whose parts are given, as in {@code first.word.word}. */
  QualifiedName qualified(ParserRuleContext whole, Token first, List<WordContext> words) {
    List<Identifier> parts = new ArrayList<>();
    parts.add(identifier(first));
    words.forEach(word -> parts.add(word(word)));
    return new QualifiedName(parts, reporter.span(whole));
  }

  DottedPath path(DottedContext context) {
    List<Identifier> parts = new ArrayList<>();
    parts.add(identifier(context.getStart()));
    context.word().forEach(word -> parts.add(word(word)));
    return new DottedPath(parts, reporter.span(context));
  }

  List<DottedPath> paths(List<DottedContext> contexts) {
    return contexts.stream().map(this::path).toList();
  }

  EntityRef reference(EntityRefContext context) {
    return reference(context.dotted(), context.string());
  }

  List<EntityRef> references(List<EntityRefContext> contexts) {
    return contexts.stream().map(this::reference).toList();
  }

  EntityRef reference(DottedContext type, StringContext id) {
    if (type.root() != null) {
      reporter.error(
          DiagnosticCode.MALFORMED_REFERENCE,
          type,
          "an entity reference starts with a type, not with " + Wording.quote(type.getText()),
          "write a reference as `Team::\"sre\"`");
    }
    DottedPath path = path(type);
    QualifiedName name = new QualifiedName(path.parts(), path.span());
    return new EntityRef(name, id(id), path.span().to(reporter.span(id)));
  }

  /** Returns an entity id, which is taken as it is. */
  QuotedText id(StringContext context) {
    return new QuotedText(texts.exact(context.getStart()), reporter.span(context));
  }

  /** Returns a text, which must be normalised. */
  QuotedText text(StringContext context) {
    return new QuotedText(texts.literal(context.getStart()), reporter.span(context));
  }

  List<QuotedText> texts(List<StringContext> contexts) {
    return contexts.stream().map(this::text).toList();
  }

  /** Returns the name in quotes of a rule, a limit, an invariant or a test. */
  QuotedText ruleName(@Nullable RuleNameContext context, Token keyword, String noun) {
    if (context == null) {
      Span span = reporter.span(keyword);
      reporter.error(
          DiagnosticCode.RULE_NAME,
          span,
          Wording.indefinite(noun) + " needs a name in quotes",
          "say after `" + keyword.getText() + "` what it is for, as in `" + noun + " \"...\"`");
      return new QuotedText("", new Span(span.end(), span.end()));
    }
    if (context.name() != null) {
      Identifier name = name(context.name());
      reporter.error(
          DiagnosticCode.RULE_NAME,
          context,
          "the name of " + Wording.indefinite(noun) + " stands in quotes",
          "write `\"" + name.text() + "\"`");
      return new QuotedText(name.text(), name.span());
    }
    QuotedText text = text(Objects.requireNonNull(context.string()));
    if (text.value().isBlank()) {
      reporter.error(
          DiagnosticCode.RULE_NAME,
          context,
          "the name of " + Wording.indefinite(noun) + " is empty",
          "say what it is for");
    }
    return text;
  }
}
