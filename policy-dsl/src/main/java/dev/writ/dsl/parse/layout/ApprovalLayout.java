package dev.writ.dsl.parse.layout;

import dev.writ.dsl.grammar.WritParser;
import dev.writ.dsl.grammar.WritParser.ApprovalClauseContext;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.Token;

/** Approvals, confirmations and grants. */
abstract class ApprovalLayout extends RuleLayout {
  private static final List<Class<?>> APPROVAL =
      List.of(
          WritParser.JoinedQuorumContext.class,
          WritParser.SingleQuorumContext.class,
          WritParser.ExcludingContext.class,
          WritParser.DecideWithinContext.class,
          WritParser.ValidForContext.class,
          WritParser.ApprovalUsesContext.class,
          WritParser.IgnoresContext.class,
          WritParser.VotesWithReasonContext.class,
          WritParser.OpenAtMostContext.class);
  private static final List<Class<?>> VOTES =
      List.of(WritParser.VotesWhenContext.class, WritParser.VetoAtContext.class);
  private static final List<Class<?>> GRANT =
      List.of(
          WritParser.EmergencyContext.class,
          WritParser.PermitsClauseContext.class,
          WritParser.RequestedByContext.class,
          WritParser.RevocableByContext.class,
          WritParser.NeedsContext.class,
          WritParser.BindsClauseContext.class,
          WritParser.LastsAtMostContext.class,
          WritParser.GrantUsesContext.class,
          WritParser.ReviewWithinContext.class,
          WritParser.GrantDoContext.class);
  private static final List<Class<?>> REQUESTED =
      List.of(WritParser.RequestedWhenContext.class, WritParser.RequestedWithReasonContext.class);

  ApprovalLayout(Words words) {
    super(words);
  }

  @Override
  public final Doc visitApprovalDecl(WritParser.ApprovalDeclContext node) {
    Doc start = flow(node.children.subList(0, 4));
    return Sequence.of(
        start, Gap.SPACE, approvalBlock(node.approvalBlock(), Exclusions.OF_APPROVAL));
  }

  @Override
  public final Doc visitConfirmationDecl(WritParser.ConfirmationDeclContext node) {
    Doc start = flow(node.children.subList(0, 4));
    return Sequence.of(start, Gap.SPACE, of(node.approvalBlock()));
  }

  @Override
  public final Doc visitApprovalBlock(WritParser.ApprovalBlockContext node) {
    return block(node.start, inOrder(node.clauses, APPROVAL), node.stop);
  }

  @Override
  public final Doc visitJoinedQuorum(WritParser.JoinedQuorumContext node) {
    Doc start = flow(node.children.subList(0, 2));
    Token open = node.LEFT_BRACE().getSymbol();
    Token close = node.RIGHT_BRACE().getSymbol();
    return Sequence.of(start, Gap.SPACE, block(open, node.clauses, close));
  }

  @Override
  public final Doc visitSingleQuorum(WritParser.SingleQuorumContext node) {
    return flow(node);
  }

  @Override
  public final Doc visitExcluding(WritParser.ExcludingContext node) {
    return list(node);
  }

  @Override
  public final Doc visitDecideWithin(WritParser.DecideWithinContext node) {
    return flow(node);
  }

  @Override
  public final Doc visitValidFor(WritParser.ValidForContext node) {
    return flow(node);
  }

  @Override
  public final Doc visitApprovalUses(WritParser.ApprovalUsesContext node) {
    return flow(node);
  }

  @Override
  public final Doc visitIgnores(WritParser.IgnoresContext node) {
    return list(node);
  }

  @Override
  public final Doc visitVotesWithReason(WritParser.VotesWithReasonContext node) {
    return flow(node);
  }

  @Override
  public final Doc visitOpenAtMost(WritParser.OpenAtMostContext node) {
    return flow(node);
  }

  @Override
  public final Doc visitQuorumClause(WritParser.QuorumClauseContext node) {
    int types = node.children.indexOf(node.typePatterns());
    Doc start = flow(node.children.subList(0, types + 1));
    return ended(clauses(start, inOrder(node.clauses, VOTES)), node.SEMICOLON());
  }

  @Override
  public final Doc visitVotesWhen(WritParser.VotesWhenContext node) {
    return flow(node);
  }

  @Override
  public final Doc visitVetoAt(WritParser.VetoAtContext node) {
    return flow(node);
  }

  @Override
  public final Doc visitGroupExclusion(WritParser.GroupExclusionContext node) {
    return flow(node);
  }

  @Override
  public final Doc visitPeopleExclusion(WritParser.PeopleExclusionContext node) {
    return flow(node);
  }

  @Override
  public final Doc visitGrantDecl(WritParser.GrantDeclContext node) {
    Doc start = flow(node.children.subList(0, 2));
    Token open = node.LEFT_BRACE().getSymbol();
    return Sequence.of(start, Gap.SPACE, block(open, inOrder(node.clauses, GRANT), node.stop));
  }

  @Override
  public final Doc visitEmergency(WritParser.EmergencyContext node) {
    return flow(node);
  }

  @Override
  public final Doc visitPermitsClause(WritParser.PermitsClauseContext node) {
    return ended(ruleLine(of(node.PERMITS()), node.head(), node.clauses), node.SEMICOLON());
  }

  @Override
  public final Doc visitRequestedBy(WritParser.RequestedByContext node) {
    Doc start = flow(node.children.subList(0, 3));
    return ended(clauses(start, inOrder(node.clauses, REQUESTED)), node.SEMICOLON());
  }

  @Override
  public final Doc visitRevocableBy(WritParser.RevocableByContext node) {
    return flow(node);
  }

  @Override
  public final Doc visitNeeds(WritParser.NeedsContext node) {
    return list(node);
  }

  @Override
  public final Doc visitBindsClause(WritParser.BindsClauseContext node) {
    return list(node);
  }

  @Override
  public final Doc visitLastsAtMost(WritParser.LastsAtMostContext node) {
    return flow(node);
  }

  @Override
  public final Doc visitGrantUses(WritParser.GrantUsesContext node) {
    return flow(node);
  }

  @Override
  public final Doc visitReviewWithin(WritParser.ReviewWithinContext node) {
    Doc start = flow(node.children.subList(0, 3));
    return Sequence.of(start, Gap.SPACE, approvalBlock(node.approvalBlock(), Exclusions.OF_REVIEW));
  }

  @Override
  public final Doc visitGrantDo(WritParser.GrantDoContext node) {
    return list(node);
  }

  @Override
  public final Doc visitRequestedWhen(WritParser.RequestedWhenContext node) {
    return flow(node);
  }

  @Override
  public final Doc visitRequestedWithReason(WritParser.RequestedWithReasonContext node) {
    return flow(node);
  }

  @Override
  public final Doc visitWithinItem(WritParser.WithinItemContext node) {
    return flow(node);
  }

  @Override
  public final Doc visitPathItem(WritParser.PathItemContext node) {
    return flow(node);
  }

  /** The block of an approval or review; who is always excluded is said in it once. */
  private Doc approvalBlock(WritParser.ApprovalBlockContext node, String excluded) {
    List<ApprovalClauseContext> clauses = inOrder(node.clauses, APPROVAL);
    List<Doc> lines = new ArrayList<>();
    boolean said = Exclusions.isSaid(words().notes(node.start, node.stop), excluded);
    for (ApprovalClauseContext clause : clauses) {
      boolean quorum = isQuorum(clause);
      if (!said && !quorum) {
        addLine(lines, clause);
        lines.add(Word.of(excluded));
        lines.add(Gap.HARD);
        lines.add(of(clause));
        said = true;
      } else {
        addLine(lines, clause);
        lines.add(of(clause));
      }
    }
    if (!said) {
      lines.add(Gap.HARD);
      lines.add(Word.of(excluded));
    }
    return enclose(node.start, lines, node.stop);
  }

  private void addLine(List<Doc> lines, ApprovalClauseContext clause) {
    boolean apart = !lines.isEmpty() && words().isAfterBlankLine(clause);
    lines.add(apart ? Gap.BLANK : Gap.HARD);
  }

  private static boolean isQuorum(ApprovalClauseContext clause) {
    return clause instanceof WritParser.JoinedQuorumContext
        || clause instanceof WritParser.SingleQuorumContext;
  }
}
