package dev.writ.dsl.parse;

import dev.writ.dsl.ast.Approved;
import dev.writ.dsl.ast.Between;
import dev.writ.dsl.ast.Comparison;
import dev.writ.dsl.ast.ComparisonOperator;
import dev.writ.dsl.ast.Confirmed;
import dev.writ.dsl.ast.Contains;
import dev.writ.dsl.ast.ContainsKind;
import dev.writ.dsl.ast.EqualsIgnoringAsciiCase;
import dev.writ.dsl.ast.Expression;
import dev.writ.dsl.ast.Glob;
import dev.writ.dsl.ast.Granted;
import dev.writ.dsl.ast.Has;
import dev.writ.dsl.ast.HasDelegator;
import dev.writ.dsl.ast.Identifier;
import dev.writ.dsl.ast.In;
import dev.writ.dsl.ast.Is;
import dev.writ.dsl.ast.IsNot;
import dev.writ.dsl.ast.Labelled;
import dev.writ.dsl.ast.Lacks;
import dev.writ.dsl.ast.LacksDelegator;
import dev.writ.dsl.ast.Like;
import dev.writ.dsl.ast.Matches;
import dev.writ.dsl.ast.Nonempty;
import dev.writ.dsl.ast.NotIn;
import dev.writ.dsl.ast.QualifiedName;
import dev.writ.dsl.ast.StartsWith;
import dev.writ.dsl.ast.Under;
import dev.writ.dsl.grammar.WritLexer;
import dev.writ.dsl.grammar.WritParser.BetweenSuffixContext;
import dev.writ.dsl.grammar.WritParser.CompareSuffixContext;
import dev.writ.dsl.grammar.WritParser.ContainsSuffixContext;
import dev.writ.dsl.grammar.WritParser.DecisionRelationContext;
import dev.writ.dsl.grammar.WritParser.DelegatorRelationContext;
import dev.writ.dsl.grammar.WritParser.EqualsSuffixContext;
import dev.writ.dsl.grammar.WritParser.HasSuffixContext;
import dev.writ.dsl.grammar.WritParser.InSuffixContext;
import dev.writ.dsl.grammar.WritParser.IsSuffixContext;
import dev.writ.dsl.grammar.WritParser.LabelledSuffixContext;
import dev.writ.dsl.grammar.WritParser.LikeSuffixContext;
import dev.writ.dsl.grammar.WritParser.MatchesSuffixContext;
import dev.writ.dsl.grammar.WritParser.NonemptyRelationContext;
import dev.writ.dsl.grammar.WritParser.OperandContext;
import dev.writ.dsl.grammar.WritParser.OperandRelationContext;
import dev.writ.dsl.grammar.WritParser.RelationContext;
import dev.writ.dsl.grammar.WritParser.StartsSuffixContext;
import dev.writ.dsl.grammar.WritParser.SuffixContext;
import dev.writ.dsl.grammar.WritParser.UnderSuffixContext;
import dev.writ.dsl.source.DiagnosticCode;
import dev.writ.dsl.source.Span;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.antlr.v4.runtime.Token;

/** Builds relations: comparisons, membership, patterns, and the prefix tests. */
final class RelationBuilder {
  private final Reporter reporter;
  private final NameBuilder names;
  private final Globs globs;
  private final OperandBuilder operands;

  RelationBuilder(Reporter reporter, OperandBuilder operands) {
    this.reporter = reporter;
    this.names = new NameBuilder(reporter);
    this.globs = new Globs(reporter);
    this.operands = operands;
  }

  Expression relation(RelationContext context) {
    if (context instanceof OperandRelationContext plain) {
      return chain(plain);
    } else if (context instanceof DecisionRelationContext decision) {
      return decision(decision);
    } else if (context instanceof DelegatorRelationContext delegator) {
      return delegator(delegator);
    } else if (context instanceof NonemptyRelationContext nonempty) {
      return new Nonempty(operands.operand(nonempty.operand()), reporter.span(nonempty));
    }
    throw new Unhandled(context);
  }

  private Expression chain(OperandRelationContext context) {
    Expression result = operands.operand(context.operand());
    for (SuffixContext suffix : context.suffixes) {
      result = apply(result, suffix);
    }
    if (context.suffixes.size() > 1) {
      reporter.error(
          DiagnosticCode.CHAINED_COMPARISON,
          context,
          "comparisons cannot be chained",
          "compare two things at a time and join the comparisons with `and`");
    }
    return result;
  }

  private Expression decision(DecisionRelationContext context) {
    Token first = context.decisionName().getStart();
    QualifiedName name =
        names.qualified(context.decisionName(), first, context.decisionName().word());
    Span span = reporter.span(context);
    return switch (context.kind.getType()) {
      case WritLexer.APPROVED -> new Approved(name, span);
      case WritLexer.CONFIRMED -> new Confirmed(name, span);
      case WritLexer.GRANTED -> new Granted(name, span);
      default -> throw new Unhandled(context);
    };
  }

  private Expression delegator(DelegatorRelationContext context) {
    Span span = reporter.span(context);
    String keyword = context.kind.getText();
    if (context.word().getStart().getType() != WritLexer.DELEGATOR) {
      reporter.error(
          DiagnosticCode.UNEXPECTED_TOKEN,
          context,
          "`" + keyword + "` says of nothing that it " + keyword + " this",
          "write what may have it, such as `args " + context.getStart().getText() + " ...`");
    }
    return context.kind.getType() == WritLexer.HAS
        ? new HasDelegator(span)
        : new LacksDelegator(span);
  }

  private Expression apply(Expression left, SuffixContext suffix) {
    Span span = left.span().to(reporter.span(suffix));
    if (suffix instanceof CompareSuffixContext compare) {
      return compare(left, compare, span);
    } else if (suffix instanceof InSuffixContext in) {
      Expression right = operands.operand(in.operand());
      return in.NOT() == null ? new In(left, right, span) : new NotIn(left, right, span);
    } else if (suffix instanceof IsSuffixContext is) {
      QualifiedName type = names.qualified(is.qualifiedName());
      return is.NOT() == null ? new Is(left, type, span) : new IsNot(left, type, span);
    } else if (suffix instanceof HasSuffixContext has) {
      Identifier field = field(has);
      boolean isHas = has.kind.getType() == WritLexer.HAS;
      return isHas ? new Has(left, field, span) : new Lacks(left, field, span);
    } else if (suffix instanceof LabelledSuffixContext labelled) {
      return new Labelled(left, names.qualified(labelled.qualifiedName()), span);
    }
    return applyWords(left, suffix, span);
  }

  private Expression applyWords(Expression left, SuffixContext suffix, Span span) {
    if (suffix instanceof LikeSuffixContext like) {
      return new Like(left, glob(like.operand(), "like", globs::text), span);
    } else if (suffix instanceof MatchesSuffixContext matches) {
      return new Matches(left, glob(matches.operand(), "matches", globs::segments), span);
    } else if (suffix instanceof UnderSuffixContext under) {
      return new Under(left, operands.operand(under.operand()), span);
    } else if (suffix instanceof ContainsSuffixContext contains) {
      return contains(left, contains, span);
    } else if (suffix instanceof StartsSuffixContext starts) {
      return new StartsWith(left, operands.operand(starts.operand()), span);
    } else if (suffix instanceof EqualsSuffixContext equals) {
      return new EqualsIgnoringAsciiCase(left, operands.operand(equals.operand()), span);
    } else if (suffix instanceof BetweenSuffixContext between) {
      Expression low = operands.operand(between.low);
      return new Between(left, low, operands.operand(between.high), span);
    }
    throw new Unhandled(suffix);
  }

  private Expression compare(Expression left, CompareSuffixContext suffix, Span span) {
    String symbol = suffix.operator.getText();
    if (symbol.equals("=")) {
      reporter.error(
          DiagnosticCode.FOREIGN_OPERATOR, suffix.operator, "`=` compares nothing", "write `==`");
      symbol = "==";
    }
    for (ComparisonOperator operator : ComparisonOperator.values()) {
      if (operator.symbol().equals(symbol)) {
        return new Comparison(left, operator, operands.operand(suffix.operand()), span);
      }
    }
    throw new Unhandled(suffix);
  }

  private Identifier field(HasSuffixContext suffix) {
    if (suffix.word() != null) {
      return names.word(suffix.word());
    }
    String text = names.text(Objects.requireNonNull(suffix.string())).value();
    reporter.error(
        DiagnosticCode.QUOTED_FIELD_NAME,
        suffix.string(),
        "a field name stands without quotes",
        "write `" + suffix.kind.getText() + " " + (isPlain(text) ? text : "`" + text + "`") + "`");
    return new Identifier(text.isEmpty() ? "_" : text, reporter.span(suffix.string()));
  }

  private static boolean isPlain(String text) {
    return text.matches("[A-Za-z_][A-Za-z0-9_]*");
  }

  private Expression contains(Expression left, ContainsSuffixContext suffix, Span span) {
    ContainsKind kind =
        suffix.kind == null
            ? ContainsKind.ONE
            : suffix.kind.getType() == WritLexer.ALL ? ContainsKind.ALL : ContainsKind.ANY;
    return new Contains(left, kind, operands.operand(suffix.operand()), span);
  }

  /** Returns the literal pattern after a word; anything but a string is reported. */
  private Glob glob(OperandContext operand, String word, Function<Token, Glob> read) {
    Token token = operand.getStart();
    boolean isString =
        token == operand.getStop()
            && (token.getType() == WritLexer.STRING
                || token.getType() == WritLexer.SINGLE_QUOTED
                || token.getType() == WritLexer.UNCLOSED_STRING);
    if (isString) {
      return read.apply(token);
    }
    reporter.error(
        DiagnosticCode.LITERAL_REQUIRED,
        operand,
        "`" + word + "` takes a pattern in double quotes",
        "patterns are literals, so that they can be read and proved");
    return new Glob(List.of(), reporter.span(operand));
  }
}
