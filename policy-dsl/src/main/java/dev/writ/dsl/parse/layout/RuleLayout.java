package dev.writ.dsl.parse.layout;

import dev.writ.dsl.grammar.WritParser;
import dev.writ.dsl.grammar.WritParser.RuleClauseContext;
import java.util.ArrayList;
import java.util.List;

/** Rules, scopes, labels, limits, invariants and suspensions. */
abstract class RuleLayout extends SchemaLayout {
  private static final List<Class<?>> LIMIT =
      List.of(
          WritParser.LimitAmountContext.class,
          WritParser.LimitRollingContext.class,
          WritParser.LimitCalendarContext.class,
          WritParser.LimitKeyedContext.class,
          WritParser.LimitRuleContext.class);

  RuleLayout(Words words) {
    super(words);
  }

  @Override
  public final Doc visitRuleDecl(WritParser.RuleDeclContext node) {
    Doc start = flow(node.children.subList(0, node.children.indexOf(node.head())));
    List<Doc> lines = new ArrayList<>();
    lines.add(Gap.HARD);
    lines.add(of(node.head()));
    lines.add(ruleLines(inOrder(node.clauses, CLAUSES)));
    return Sequence.of(start, new Nest(Sequence.of(lines)), end(node.SEMICOLON()));
  }

  @Override
  public final Doc visitScopeDecl(WritParser.ScopeDeclContext node) {
    int open = node.children.indexOf(node.LEFT_BRACE());
    Doc start = flow(node.children.subList(0, open));
    return Sequence.of(
        start, Gap.SPACE, block(node.LEFT_BRACE().getSymbol(), node.clauses, node.stop));
  }

  @Override
  public final Doc visitMay(WritParser.MayContext node) {
    Doc start = flow(node.children.subList(0, node.children.indexOf(node.head())));
    return ended(ruleLine(start, node.head(), node.clauses), node.SEMICOLON());
  }

  @Override
  public final Doc visitDelegateOnly(WritParser.DelegateOnlyContext node) {
    return flow(node);
  }

  @Override
  public final Doc visitLabelDecl(WritParser.LabelDeclContext node) {
    Doc start = flow(node.children.subList(0, node.children.indexOf(node.head())));
    return ended(ruleLine(start, node.head(), node.clauses), node.SEMICOLON());
  }

  @Override
  public final Doc visitLimitDecl(WritParser.LimitDeclContext node) {
    Doc start = flow(node.children.subList(0, node.children.indexOf(node.head())));
    List<Doc> first = new ArrayList<>(List.of(start, of(node.head())));
    List<RuleClauseContext> rules = new ArrayList<>();
    for (WritParser.LimitClauseContext clause : inOrder(node.clauses, LIMIT)) {
      if (clause instanceof WritParser.LimitRuleContext rule) {
        rules.add(rule.ruleClause());
      } else {
        first.add(of(clause));
      }
    }
    return Sequence.of(
        new Nest(Fill.of(first)),
        new Nest(ruleLines(inOrder(rules, CLAUSES))),
        end(node.SEMICOLON()));
  }

  @Override
  public final Doc visitLimitAmount(WritParser.LimitAmountContext node) {
    return flow(node);
  }

  @Override
  public final Doc visitLimitRolling(WritParser.LimitRollingContext node) {
    return flow(node);
  }

  @Override
  public final Doc visitLimitCalendar(WritParser.LimitCalendarContext node) {
    return flow(node);
  }

  @Override
  public final Doc visitLimitKeyed(WritParser.LimitKeyedContext node) {
    return flow(node);
  }

  @Override
  public final Doc visitLimitRule(WritParser.LimitRuleContext node) {
    return flow(node);
  }

  @Override
  public final Doc visitInvariantDecl(WritParser.InvariantDeclContext node) {
    int never = node.children.indexOf(node.NEVER());
    Doc start = flow(node.children.subList(0, never));
    List<Doc> lines = new ArrayList<>();
    lines.add(Gap.HARD);
    lines.add(flow(node.children.subList(never, never + 3)));
    lines.add(ruleLines(inOrder(node.clauses, CLAUSES)));
    return Sequence.of(start, new Nest(Sequence.of(lines)), end(node.SEMICOLON()));
  }

  @Override
  public final Doc visitSuspendDecl(WritParser.SuspendDeclContext node) {
    List<Doc> parts = new ArrayList<>();
    parts.add(flow(node.children.subList(0, 2)));
    parts.add(flow(node.children.subList(2, 4)));
    if (node.lifted != null) {
      parts.add(flow(node.children.subList(4, 7)));
    }
    return ended(new Nest(Fill.of(parts)), node.SEMICOLON());
  }
}
