package dev.writ.dsl.parse.layout;

import dev.writ.dsl.grammar.WritParser;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.ParserRuleContext;

/** Tests and their statements. */
abstract class TestLayout extends ApprovalLayout {
  private static final List<Class<?>> REQUEST =
      List.of(
          WritParser.RequestByContext.class,
          WritParser.RequestOnContext.class,
          WritParser.RequestArgsContext.class,
          WritParser.RequestFactsContext.class,
          WritParser.RequestForContext.class,
          WritParser.RequestSessionContext.class,
          WritParser.RequestSourcesContext.class,
          WritParser.RequestCarryingContext.class);
  private static final List<Class<?>> GRANTED =
      List.of(
          WritParser.GrantForContext.class,
          WritParser.GrantHeldByContext.class,
          WritParser.GrantRequestedByContext.class,
          WritParser.GrantFromContext.class,
          WritParser.GrantUntilContext.class,
          WritParser.GrantUsedContext.class,
          WritParser.GrantNeedsContext.class);
  private static final List<Class<?>> DECIDED =
      List.of(
          WritParser.VoteForContext.class,
          WritParser.VoteByContext.class,
          WritParser.VoteAtContext.class,
          WritParser.VoteUsedContext.class);
  private static final List<Class<?>> SESSION =
      List.of(
          WritParser.SessionOfContext.class,
          WritParser.SessionWithinContext.class,
          WritParser.SessionHasContext.class,
          WritParser.SessionLabelledContext.class);
  private static final List<Class<?>> COUNTED =
      List.of(
          WritParser.CountForSessionContext.class,
          WritParser.CountForEntityContext.class,
          WritParser.CountAtContext.class);
  private static final List<Class<?>> ENTITY_FACTS =
      List.of(WritParser.EntityParentsContext.class, WritParser.EntityAttributesContext.class);

  TestLayout(Words words) {
    super(words);
  }

  /** What begins with so many words, and then has clauses that stand in an order. */
  private Doc stated(
      ParserRuleContext node,
      int words,
      List<? extends ParserRuleContext> clauses,
      List<Class<?>> order) {
    return clauses(flow(node.children.subList(0, words)), inOrder(clauses, order));
  }

  @Override
  public final Doc visitTestDecl(WritParser.TestDeclContext node) {
    int open = node.children.indexOf(node.LEFT_BRACE());
    int at = node.AT() == null ? open : node.children.indexOf(node.AT());
    List<Doc> start = new ArrayList<>();
    start.add(flow(node.children.subList(0, at)));
    if (at < open) {
      start.add(flow(node.children.subList(at, open)));
    }
    return Sequence.of(
        new Nest(Fill.of(start)),
        Gap.SPACE,
        block(node.LEFT_BRACE().getSymbol(), node.statements, node.stop));
  }

  @Override
  public final Doc visitGivenStatement(WritParser.GivenStatementContext node) {
    return flow(node);
  }

  @Override
  public final Doc visitLetStatement(WritParser.LetStatementContext node) {
    Doc start = flow(node.children.subList(0, 5));
    return ended(clauses(start, inOrder(node.clauses, REQUEST)), node.SEMICOLON());
  }

  @Override
  public final Doc visitAfterStatement(WritParser.AfterStatementContext node) {
    return flow(node);
  }

  @Override
  public final Doc visitAtStatement(WritParser.AtStatementContext node) {
    return flow(node);
  }

  @Override
  public final Doc visitExpectStatement(WritParser.ExpectStatementContext node) {
    return list(node);
  }

  @Override
  public final Doc visitEntitiesGiven(WritParser.EntitiesGivenContext node) {
    return list(node);
  }

  @Override
  public final Doc visitGrantGiven(WritParser.GrantGivenContext node) {
    return stated(node, 2, node.clauses, GRANTED);
  }

  @Override
  public final Doc visitDecidedGiven(WritParser.DecidedGivenContext node) {
    return stated(node, 2, node.clauses, DECIDED);
  }

  @Override
  public final Doc visitOpenGiven(WritParser.OpenGivenContext node) {
    return stated(node, 2, node.clauses, DECIDED);
  }

  @Override
  public final Doc visitVotesGiven(WritParser.VotesGivenContext node) {
    return stated(node, 2, node.clauses, DECIDED);
  }

  @Override
  public final Doc visitReviewGiven(WritParser.ReviewGivenContext node) {
    return stated(node, 2, node.clauses, DECIDED);
  }

  @Override
  public final Doc visitSuspendedGiven(WritParser.SuspendedGivenContext node) {
    return flow(node);
  }

  @Override
  public final Doc visitHealthGiven(WritParser.HealthGivenContext node) {
    return flow(node);
  }

  @Override
  public final Doc visitSessionGiven(WritParser.SessionGivenContext node) {
    return stated(node, 2, node.clauses, SESSION);
  }

  @Override
  public final Doc visitCountedGiven(WritParser.CountedGivenContext node) {
    return stated(node, 3, node.clauses, COUNTED);
  }

  @Override
  public final Doc visitEntityRefs(WritParser.EntityRefsContext node) {
    return list(node);
  }

  @Override
  public final Doc visitGivenEntity(WritParser.GivenEntityContext node) {
    return stated(node, 1, node.clauses, ENTITY_FACTS);
  }

  @Override
  public final Doc visitEntityParents(WritParser.EntityParentsContext node) {
    return flow(node);
  }

  @Override
  public final Doc visitEntityAttributes(WritParser.EntityAttributesContext node) {
    return flow(node);
  }

  @Override
  public final Doc visitGrantFor(WritParser.GrantForContext node) {
    return flow(node);
  }

  @Override
  public final Doc visitGrantFrom(WritParser.GrantFromContext node) {
    return flow(node);
  }

  @Override
  public final Doc visitGrantUntil(WritParser.GrantUntilContext node) {
    return flow(node);
  }

  @Override
  public final Doc visitGrantHeldBy(WritParser.GrantHeldByContext node) {
    return flow(node);
  }

  @Override
  public final Doc visitGrantRequestedBy(WritParser.GrantRequestedByContext node) {
    return flow(node);
  }

  @Override
  public final Doc visitGrantUsed(WritParser.GrantUsedContext node) {
    return flow(node);
  }

  @Override
  public final Doc visitGrantNeeds(WritParser.GrantNeedsContext node) {
    return flow(node);
  }

  @Override
  public final Doc visitGrantVotes(WritParser.GrantVotesContext node) {
    return flow(node);
  }

  @Override
  public final Doc visitVoteFor(WritParser.VoteForContext node) {
    return flow(node);
  }

  @Override
  public final Doc visitVoteBy(WritParser.VoteByContext node) {
    return flow(node);
  }

  @Override
  public final Doc visitVoteAt(WritParser.VoteAtContext node) {
    return flow(node);
  }

  @Override
  public final Doc visitVoteUsed(WritParser.VoteUsedContext node) {
    return flow(node);
  }

  @Override
  public final Doc visitGrantSubject(WritParser.GrantSubjectContext node) {
    return flow(node);
  }

  @Override
  public final Doc visitRequestSubject(WritParser.RequestSubjectContext node) {
    return flow(node);
  }

  @Override
  public final Doc visitSessionOf(WritParser.SessionOfContext node) {
    return flow(node);
  }

  @Override
  public final Doc visitSessionWithin(WritParser.SessionWithinContext node) {
    return flow(node);
  }

  @Override
  public final Doc visitSessionHas(WritParser.SessionHasContext node) {
    return flow(node);
  }

  @Override
  public final Doc visitSessionLabelled(WritParser.SessionLabelledContext node) {
    return list(node);
  }

  @Override
  public final Doc visitCountForSession(WritParser.CountForSessionContext node) {
    return flow(node);
  }

  @Override
  public final Doc visitCountForEntity(WritParser.CountForEntityContext node) {
    return flow(node);
  }

  @Override
  public final Doc visitCountAt(WritParser.CountAtContext node) {
    return flow(node);
  }

  @Override
  public final Doc visitRelativePoint(WritParser.RelativePointContext node) {
    return tight(node);
  }

  @Override
  public final Doc visitAbsolutePoint(WritParser.AbsolutePointContext node) {
    return flow(node);
  }

  @Override
  public final Doc visitRequestBy(WritParser.RequestByContext node) {
    return flow(node);
  }

  @Override
  public final Doc visitRequestOn(WritParser.RequestOnContext node) {
    return flow(node);
  }

  @Override
  public final Doc visitRequestArgs(WritParser.RequestArgsContext node) {
    return flow(node);
  }

  @Override
  public final Doc visitRequestFacts(WritParser.RequestFactsContext node) {
    return flow(node);
  }

  @Override
  public final Doc visitRequestFor(WritParser.RequestForContext node) {
    return flow(node);
  }

  @Override
  public final Doc visitRequestSession(WritParser.RequestSessionContext node) {
    return flow(node);
  }

  @Override
  public final Doc visitRequestSources(WritParser.RequestSourcesContext node) {
    Doc sources = braced(node.children.subList(1, node.getChildCount()), ",", "");
    return Sequence.of(of(node.SOURCES()), Gap.SPACE, sources);
  }

  @Override
  public final Doc visitRequestCarrying(WritParser.RequestCarryingContext node) {
    return list(node);
  }

  @Override
  public final Doc visitArgSource(WritParser.ArgSourceContext node) {
    int open = node.children.indexOf(node.LEFT_BRACKET());
    if (open < 0) {
      return flow(node);
    }
    Doc list = bracketed(node.children.subList(open, node.getChildCount()));
    return Sequence.of(flow(node.children.subList(0, open)), Gap.SPACE, list);
  }

  @Override
  public final Doc visitExpectRule(WritParser.ExpectRuleContext node) {
    return flow(node);
  }

  @Override
  public final Doc visitExpectObligation(WritParser.ExpectObligationContext node) {
    return flow(node);
  }

  @Override
  public final Doc visitExpectRemedy(WritParser.ExpectRemedyContext node) {
    return flow(node);
  }

  @Override
  public final Doc visitExpectNoRemedy(WritParser.ExpectNoRemedyContext node) {
    return flow(node);
  }

  @Override
  public final Doc visitQuotedRule(WritParser.QuotedRuleContext node) {
    return flow(node);
  }

  @Override
  public final Doc visitNamedRule(WritParser.NamedRuleContext node) {
    return flow(node);
  }

  @Override
  public final Doc visitRemedyStep(WritParser.RemedyStepContext node) {
    return flow(node);
  }
}
