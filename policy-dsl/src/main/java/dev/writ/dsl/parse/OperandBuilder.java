package dev.writ.dsl.parse;

import dev.writ.dsl.ast.Arithmetic;
import dev.writ.dsl.ast.ArithmeticOperator;
import dev.writ.dsl.ast.Call;
import dev.writ.dsl.ast.EntityLiteral;
import dev.writ.dsl.ast.EntityRef;
import dev.writ.dsl.ast.Expression;
import dev.writ.dsl.ast.Identifier;
import dev.writ.dsl.ast.Index;
import dev.writ.dsl.ast.ListLiteral;
import dev.writ.dsl.ast.Member;
import dev.writ.dsl.ast.NameReference;
import dev.writ.dsl.ast.Negate;
import dev.writ.dsl.ast.QualifiedName;
import dev.writ.dsl.ast.QuotedText;
import dev.writ.dsl.ast.RootReference;
import dev.writ.dsl.ast.Size;
import dev.writ.dsl.ast.SourceOf;
import dev.writ.dsl.ast.StringLiteral;
import dev.writ.dsl.grammar.WritLexer;
import dev.writ.dsl.grammar.WritParser.EntityOperandContext;
import dev.writ.dsl.grammar.WritParser.IndexOperandContext;
import dev.writ.dsl.grammar.WritParser.ListPrimaryContext;
import dev.writ.dsl.grammar.WritParser.LiteralPrimaryContext;
import dev.writ.dsl.grammar.WritParser.MemberOperandContext;
import dev.writ.dsl.grammar.WritParser.NamePrimaryContext;
import dev.writ.dsl.grammar.WritParser.NegateOperandContext;
import dev.writ.dsl.grammar.WritParser.OperandContext;
import dev.writ.dsl.grammar.WritParser.ParenthesisedContext;
import dev.writ.dsl.grammar.WritParser.PrimaryContext;
import dev.writ.dsl.grammar.WritParser.PrimaryOperandContext;
import dev.writ.dsl.grammar.WritParser.ProductOperandContext;
import dev.writ.dsl.grammar.WritParser.RecordPrimaryContext;
import dev.writ.dsl.grammar.WritParser.RootPrimaryContext;
import dev.writ.dsl.grammar.WritParser.SizePrimaryContext;
import dev.writ.dsl.grammar.WritParser.SourceOperandContext;
import dev.writ.dsl.grammar.WritParser.SumOperandContext;
import dev.writ.dsl.source.DiagnosticCode;
import dev.writ.dsl.source.Span;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.Token;

/** Builds operands: arithmetic, member access, references, names and literals. */
final class OperandBuilder {
  private final Reporter reporter;
  private final NameBuilder names;
  private final ValueBuilder values;
  private final ExpressionBuilder expressions;

  OperandBuilder(Reporter reporter, ExpressionBuilder expressions) {
    this.reporter = reporter;
    this.names = new NameBuilder(reporter);
    this.values = new ValueBuilder(reporter, expressions);
    this.expressions = expressions;
  }

  Expression operand(OperandContext context) {
    Span span = reporter.span(context);
    if (context instanceof PrimaryOperandContext primary) {
      return primary(primary.primary());
    } else if (context instanceof MemberOperandContext member) {
      return member(member, span);
    } else if (context instanceof IndexOperandContext index) {
      return new Index(operand(index.target), key(index), span);
    } else if (context instanceof EntityOperandContext entity) {
      return entity(entity, span);
    } else if (context instanceof SourceOperandContext source) {
      return source(source, span);
    } else if (context instanceof NegateOperandContext negate) {
      return negate(negate, span);
    } else if (context instanceof ProductOperandContext product) {
      return new Arithmetic(
          operand(product.left), ArithmeticOperator.MULTIPLY, operand(product.right), span);
    } else if (context instanceof SumOperandContext sum) {
      ArithmeticOperator operator =
          sum.sign.getType() == WritLexer.PLUS
              ? ArithmeticOperator.ADD
              : ArithmeticOperator.SUBTRACT;
      return new Arithmetic(operand(sum.left), operator, operand(sum.right), span);
    }
    throw new Unhandled(context);
  }

  private Expression member(MemberOperandContext context, Span span) {
    Expression target = operand(context.target);
    Identifier name = names.word(context.word());
    if (context.LEFT_PAREN() == null) {
      return new Member(target, name, span);
    }
    List<Expression> arguments =
        context.expression().stream().map(expressions::expression).toList();
    return new Call(target, name, arguments, span);
  }

  private QuotedText key(IndexOperandContext context) {
    if (expressions.expression(context.expression()) instanceof StringLiteral literal) {
      return new QuotedText(literal.value(), literal.span());
    }
    reporter.error(
        DiagnosticCode.LITERAL_REQUIRED,
        context.expression(),
        "a key is a string in double quotes",
        "keys are literals, as in `tags[\"env\"]`");
    return new QuotedText("", reporter.span(context.expression()));
  }

  /** Returns {@code a.b.Type::"id"}, whose left side must be a plain dotted name. */
  private Expression entity(EntityOperandContext context, Span span) {
    List<Identifier> parts = new ArrayList<>();
    Expression target = operand(context.target);
    Span typeSpan = target.span();
    while (target instanceof Member member) {
      parts.add(0, member.name());
      target = member.target();
    }
    if (target instanceof NameReference first) {
      parts.add(0, first.name());
      QualifiedName type = new QualifiedName(parts, typeSpan);
      return new EntityLiteral(new EntityRef(type, names.id(context.string()), span), span);
    }
    reporter.error(
        DiagnosticCode.MALFORMED_REFERENCE,
        context.target,
        "an entity reference starts with a type, not with "
            + Wording.quote(reporter.source().slice(typeSpan)),
        "write a reference as `Team::\"sre\"`");
    return target;
  }

  /** Returns a negative literal where digits follow the sign, so that the least Int exists. */
  private Expression negate(NegateOperandContext context, Span span) {
    Token only = context.inner.getStart();
    if (only == context.inner.getStop()) {
      if (only.getType() == WritLexer.INT) {
        return values.literals().integer(only, true, span);
      } else if (only.getType() == WritLexer.DECIMAL) {
        return values.literals().decimal(only, true, span);
      }
    }
    return new Negate(operand(context.inner), span);
  }

  private Expression primary(PrimaryContext context) {
    Span span = reporter.span(context);
    if (context instanceof ParenthesisedContext inner) {
      return expressions.expression(inner.expression());
    } else if (context instanceof ListPrimaryContext list) {
      return new ListLiteral(
          list.expression().stream().map(expressions::expression).toList(), span);
    } else if (context instanceof RecordPrimaryContext record) {
      return values.record(record.record());
    } else if (context instanceof SizePrimaryContext size) {
      return new Size(operand(size.operand()), span);
    } else if (context instanceof RootPrimaryContext root) {
      return values.root(root.root());
    } else if (context instanceof NamePrimaryContext name) {
      return values.name(name.bareName());
    } else if (context instanceof LiteralPrimaryContext literal) {
      return values.literal(literal.literal());
    }
    throw new Unhandled(context);
  }

  /** Returns {@code source of args.to}, which takes a path only. */
  private Expression source(SourceOperandContext context, Span span) {
    Expression argument = operand(context.inner);
    Expression target = argument;
    while (target instanceof Member member) {
      target = member.target();
    }
    if (!(target instanceof RootReference || target instanceof NameReference)) {
      reporter.error(
          DiagnosticCode.LITERAL_REQUIRED,
          context.inner,
          "`source of` takes an argument, nothing computed",
          "write `source of args.to`, or the variable of a quantifier");
    }
    return new SourceOf(argument, span);
  }
}
