package dev.writ.dsl.parse.layout;

import dev.writ.dsl.grammar.WritParser;
import dev.writ.dsl.grammar.WritParser.RuleClauseContext;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.ParserRuleContext;

/** Heads and the clauses behind them. */
abstract class HeadLayout extends ExpressionLayout {
  /** The order in which the clauses of a rule are written. */
  static final List<Class<?>> CLAUSES =
      List.of(
          WritParser.LetClauseContext.class,
          WritParser.WhenClauseContext.class,
          WritParser.UnlessClauseContext.class,
          WritParser.OnlyIfGivenClauseContext.class,
          WritParser.BecauseClauseContext.class,
          WritParser.DoClauseContext.class);

  /** The order of the parts of a head. */
  static final List<Class<?>> PARTS =
      List.of(WritParser.ByPartContext.class, WritParser.OnPartContext.class);

  HeadLayout(Words words) {
    super(words);
  }

  @Override
  public final Doc visitHead(WritParser.HeadContext node) {
    List<Doc> parts = new ArrayList<>();
    lines(kept(node.actionPattern().children)).forEach(line -> parts.add(flow(line)));
    inOrder(node.parts, PARTS).forEach(part -> parts.add(of(part)));
    return parts.size() == 1 ? parts.get(0) : new Nest(Fill.of(parts));
  }

  @Override
  public final Doc visitByPart(WritParser.ByPartContext node) {
    return flow(node);
  }

  @Override
  public final Doc visitOnPart(WritParser.OnPartContext node) {
    return flow(node);
  }

  @Override
  public final Doc visitAnyPattern(WritParser.AnyPatternContext node) {
    return list(node);
  }

  @Override
  public final Doc visitNamedPattern(WritParser.NamedPatternContext node) {
    return list(node);
  }

  @Override
  public final Doc visitTypePatterns(WritParser.TypePatternsContext node) {
    return list(node);
  }

  @Override
  public final Doc visitTypePattern(WritParser.TypePatternContext node) {
    return flow(node);
  }

  @Override
  public final Doc visitSinglePlace(WritParser.SinglePlaceContext node) {
    return flow(node);
  }

  @Override
  public final Doc visitListedPlaces(WritParser.ListedPlacesContext node) {
    return bracketed(node.children);
  }

  @Override
  public final Doc visitPlaceItem(WritParser.PlaceItemContext node) {
    return flow(node);
  }

  @Override
  public final Doc visitLetClause(WritParser.LetClauseContext node) {
    return flow(node);
  }

  @Override
  public final Doc visitWhenClause(WritParser.WhenClauseContext node) {
    return flow(node);
  }

  @Override
  public final Doc visitUnlessClause(WritParser.UnlessClauseContext node) {
    return flow(node);
  }

  @Override
  public final Doc visitOnlyIfGivenClause(WritParser.OnlyIfGivenClauseContext node) {
    return flow(node);
  }

  @Override
  public final Doc visitBecauseClause(WritParser.BecauseClauseContext node) {
    return flow(node);
  }

  @Override
  public final Doc visitDoClause(WritParser.DoClauseContext node) {
    return list(node);
  }

  @Override
  public final Doc visitPlainCondition(WritParser.PlainConditionContext node) {
    return flow(node);
  }

  @Override
  public final Doc visitBracedCondition(WritParser.BracedConditionContext node) {
    return flow(node);
  }

  @Override
  public final Doc visitObligation(WritParser.ObligationContext node) {
    if (node.LEFT_PAREN() == null) {
      return flow(node);
    }
    return Sequence.of(
        of(node.qualifiedName()), bracketed(node.children.subList(1, node.getChildCount())));
  }

  /** The clauses of a rule in their order, each on a line of its own. */
  final Doc ruleLines(List<? extends ParserRuleContext> clauses) {
    List<Doc> lines = new ArrayList<>();
    for (ParserRuleContext clause : clauses) {
      lines.add(Gap.HARD);
      lines.add(of(clause));
    }
    return Sequence.of(lines);
  }

  /** A head with its clauses in one line or, if they do not fit, each on its own. */
  final Doc ruleLine(Doc start, WritParser.HeadContext head, List<RuleClauseContext> clauses) {
    List<Doc> behind = new ArrayList<>();
    for (RuleClauseContext clause : inOrder(clauses, CLAUSES)) {
      behind.add(Gap.LINE);
      behind.add(of(clause));
    }
    return new Group(Sequence.of(start, Gap.SPACE, of(head), new Nest(Sequence.of(behind))));
  }
}
