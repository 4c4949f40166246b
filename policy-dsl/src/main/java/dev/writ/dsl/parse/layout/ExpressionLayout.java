package dev.writ.dsl.parse.layout;

import dev.writ.dsl.grammar.WritParser;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.TerminalNode;

/** Expressions: a chain ends a line before each of its operators if it does not fit into one. */
abstract class ExpressionLayout extends NameLayout {
  ExpressionLayout(Words words) {
    super(words);
  }

  @Override
  public final Doc visitTailExpression(WritParser.TailExpressionContext node) {
    return flow(node);
  }

  @Override
  public final Doc visitChainExpression(WritParser.ChainExpressionContext node) {
    return chain(operands(node));
  }

  @Override
  public final Doc visitTail(WritParser.TailContext node) {
    return flow(node);
  }

  @Override
  public final Doc visitQuantified(WritParser.QuantifiedContext node) {
    int body = node.getChildCount() - 1;
    Doc start = list(node.children.subList(0, body));
    return new Group(new Nest(Sequence.of(start, Gap.LINE, of(node.expression()))));
  }

  @Override
  public final Doc visitConditional(WritParser.ConditionalContext node) {
    Doc test = flow(node.children.subList(0, 2));
    Doc yes = flow(node.children.subList(2, 4));
    Doc no = flow(node.children.subList(4, 6));
    return new Group(Sequence.of(test, new Nest(Sequence.of(Gap.LINE, yes, Gap.LINE, no))));
  }

  @Override
  public final Doc visitConjunction(WritParser.ConjunctionContext node) {
    return chain(node.children);
  }

  @Override
  public final Doc visitNegation(WritParser.NegationContext node) {
    return flow(node);
  }

  @Override
  public final Doc visitDecisionRelation(WritParser.DecisionRelationContext node) {
    return flow(node);
  }

  @Override
  public final Doc visitDelegatorRelation(WritParser.DelegatorRelationContext node) {
    return flow(node);
  }

  @Override
  public final Doc visitNonemptyRelation(WritParser.NonemptyRelationContext node) {
    return flow(node);
  }

  @Override
  public final Doc visitOperandRelation(WritParser.OperandRelationContext node) {
    return flow(node);
  }

  @Override
  public final Doc visitCompareSuffix(WritParser.CompareSuffixContext node) {
    return flow(node);
  }

  @Override
  public final Doc visitInSuffix(WritParser.InSuffixContext node) {
    return flow(node);
  }

  @Override
  public final Doc visitIsSuffix(WritParser.IsSuffixContext node) {
    return flow(node);
  }

  @Override
  public final Doc visitHasSuffix(WritParser.HasSuffixContext node) {
    return flow(node);
  }

  @Override
  public final Doc visitLikeSuffix(WritParser.LikeSuffixContext node) {
    return flow(node);
  }

  @Override
  public final Doc visitMatchesSuffix(WritParser.MatchesSuffixContext node) {
    return flow(node);
  }

  @Override
  public final Doc visitUnderSuffix(WritParser.UnderSuffixContext node) {
    return flow(node);
  }

  @Override
  public final Doc visitContainsSuffix(WritParser.ContainsSuffixContext node) {
    return flow(node);
  }

  @Override
  public final Doc visitStartsSuffix(WritParser.StartsSuffixContext node) {
    return flow(node);
  }

  @Override
  public final Doc visitEqualsSuffix(WritParser.EqualsSuffixContext node) {
    return flow(node);
  }

  @Override
  public final Doc visitBetweenSuffix(WritParser.BetweenSuffixContext node) {
    return flow(node);
  }

  @Override
  public final Doc visitLabelledSuffix(WritParser.LabelledSuffixContext node) {
    return flow(node);
  }

  @Override
  public final Doc visitEntityOperand(WritParser.EntityOperandContext node) {
    return flow(node);
  }

  @Override
  public final Doc visitNegateOperand(WritParser.NegateOperandContext node) {
    return tight(node);
  }

  @Override
  public final Doc visitSourceOperand(WritParser.SourceOperandContext node) {
    return flow(node);
  }

  @Override
  public final Doc visitPrimaryOperand(WritParser.PrimaryOperandContext node) {
    return flow(node);
  }

  @Override
  public final Doc visitSumOperand(WritParser.SumOperandContext node) {
    return new Group(new Nest(chainOf(node.children)));
  }

  @Override
  public final Doc visitProductOperand(WritParser.ProductOperandContext node) {
    return new Group(new Nest(chainOf(node.children)));
  }

  @Override
  public final Doc visitMemberOperand(WritParser.MemberOperandContext node) {
    if (node.LEFT_PAREN() == null) {
      return flow(node);
    }
    int open = node.children.indexOf(node.LEFT_PAREN());
    Doc callee = flow(node.children.subList(0, open));
    return Sequence.of(callee, bracketed(node.children.subList(open, node.getChildCount())));
  }

  @Override
  public final Doc visitIndexOperand(WritParser.IndexOperandContext node) {
    return tight(node);
  }

  @Override
  public final Doc visitParenthesised(WritParser.ParenthesisedContext node) {
    return bracketed(node.children);
  }

  @Override
  public final Doc visitListPrimary(WritParser.ListPrimaryContext node) {
    return bracketed(node.children);
  }

  @Override
  public final Doc visitRecordPrimary(WritParser.RecordPrimaryContext node) {
    return flow(node);
  }

  @Override
  public final Doc visitSizePrimary(WritParser.SizePrimaryContext node) {
    return flow(node);
  }

  @Override
  public final Doc visitRootPrimary(WritParser.RootPrimaryContext node) {
    return flow(node);
  }

  @Override
  public final Doc visitNamePrimary(WritParser.NamePrimaryContext node) {
    return flow(node);
  }

  @Override
  public final Doc visitLiteralPrimary(WritParser.LiteralPrimaryContext node) {
    return flow(node);
  }

  @Override
  public final Doc visitRecord(WritParser.RecordContext node) {
    return braced(node.children, ",", "");
  }

  @Override
  public final Doc visitRecordEntry(WritParser.RecordEntryContext node) {
    return flow(node);
  }

  /** Operands and operators by turns; a trailing `and` is joined to the chain it continues. */
  private static List<ParseTree> operands(WritParser.ChainExpressionContext node) {
    boolean isConjunction =
        node.conjunction().size() == 1 && node.join != null && "and".equals(node.join.getText());
    if (!isConjunction) {
      return node.children;
    }
    List<ParseTree> parts = new ArrayList<>(node.conjunction(0).children);
    parts.addAll(node.children.subList(1, node.getChildCount()));
    return parts;
  }

  private Doc chain(List<ParseTree> parts) {
    return parts.size() == 1 ? of(parts.get(0)) : new Group(new Nest(chainOf(parts)));
  }

  private Doc chainOf(List<ParseTree> parts) {
    List<Doc> docs = new ArrayList<>();
    docs.add(of(parts.get(0)));
    for (int i = 1; i < parts.size(); i += 2) {
      docs.add(Gap.LINE);
      docs.add(of(parts.get(i)));
      docs.add(Gap.SPACE);
      docs.add(of(parts.get(i + 1)));
    }
    return Sequence.of(docs);
  }

  /** A list in brackets or parentheses: in one line, or as many to a line as fit. */
  final Doc bracketed(List<ParseTree> children) {
    List<ParseTree> parts = kept(children);
    int last = parts.size() - 1;
    if (last == 1) {
      return flow(parts);
    }
    List<Doc> inside = new ArrayList<>();
    for (List<ParseTree> line : lines(parts.subList(1, last))) {
      inside.add(flow(line));
    }
    Doc body = inside.size() == 1 ? inside.get(0) : Fill.of(inside);
    return new Group(
        Sequence.of(
            of(parts.get(0)),
            new Nest(Sequence.of(Gap.SOFT, body)),
            Gap.SOFT,
            of(parts.get(last))));
  }

  /**
   * Fields in braces: in one line, or each on its own.
   *
   * @param between what is written behind each but the last
   * @param behind what is written behind the last
   */
  final Doc braced(List<ParseTree> children, String between, String behind) {
    List<ParseTree> parts = kept(children);
    int last = parts.size() - 1;
    Word close = words().word(((TerminalNode) parts.get(last)).getSymbol());
    List<Doc> inside = new ArrayList<>();
    List<List<ParseTree>> lines = lines(parts.subList(1, last));
    for (int i = 0; i < lines.size(); i++) {
      inside.add(Gap.LINE);
      inside.add(field(lines.get(i), i + 1 < lines.size() ? between : behind));
    }
    if (close.startsWithNotes()) {
      inside.add(Gap.HARD);
      inside.add(Word.of(close.above()));
    }
    if (inside.isEmpty()) {
      return Sequence.of(of(parts.get(0)), close);
    }
    return new Group(
        Sequence.of(
            of(parts.get(0)), new Nest(Sequence.of(inside)), Gap.LINE, close.withoutAbove()));
  }

  private Doc field(List<ParseTree> line, String separator) {
    int last = line.size() - 1;
    if (!isComma(line.get(last))) {
      return separator.isEmpty() ? flow(line) : Sequence.of(flow(line), Word.of(separator));
    }
    Word written = words().word(((TerminalNode) line.get(last)).getSymbol());
    return Sequence.of(flow(line.subList(0, last)), written.spelled(separator));
  }

  /** The parts up to each comma, which is the last of them. */
  static List<List<ParseTree>> lines(List<ParseTree> parts) {
    List<List<ParseTree>> lines = new ArrayList<>();
    int from = 0;
    for (int i = 0; i < parts.size(); i++) {
      if (isComma(parts.get(i)) || i + 1 == parts.size()) {
        lines.add(parts.subList(from, i + 1));
        from = i + 1;
      }
    }
    return lines;
  }
}
