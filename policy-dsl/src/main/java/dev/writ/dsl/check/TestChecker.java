package dev.writ.dsl.check;

import dev.writ.dsl.ast.AfterStep;
import dev.writ.dsl.ast.AtStep;
import dev.writ.dsl.ast.Expect;
import dev.writ.dsl.ast.GivenCounted;
import dev.writ.dsl.ast.GivenDecided;
import dev.writ.dsl.ast.GivenEntity;
import dev.writ.dsl.ast.GivenGrant;
import dev.writ.dsl.ast.GivenHealth;
import dev.writ.dsl.ast.GivenOpen;
import dev.writ.dsl.ast.GivenReview;
import dev.writ.dsl.ast.GivenSession;
import dev.writ.dsl.ast.GivenSuspended;
import dev.writ.dsl.ast.GivenVotes;
import dev.writ.dsl.ast.LetRequest;
import dev.writ.dsl.ast.TestDecl;
import dev.writ.dsl.ast.TestStatement;
import dev.writ.dsl.ast.TestStatementVisitor;
import dev.writ.dsl.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Checks tests. */
final class TestChecker {
  private final SetContext context;
  private final CheckedSink sink;

  TestChecker(SetContext context, CheckedSink sink) {
    this.context = context;
    this.sink = sink;
  }

  void check(Declared<TestDecl> declared) {
    TestDecl test = declared.declaration();
    if (context.isTainted(declared)) {
      return;
    }
    int before = context.diagnostics().size();
    long start = test.at().value().toEpochMilli();
    TestState state = new TestState(context, declared.scope(), start);
    Statements statements = new Statements(state, TestRequests.expectedInvalid(test));
    List<CheckedStatement> checked = new ArrayList<>();
    for (TestStatement statement : test.statements()) {
      statement.accept(statements).ifPresent(checked::add);
    }
    if (context.diagnostics().size() == before) {
      sink.test(new CheckedTest(declared, start, checked));
    }
  }

  /** Passes each kind of statement on to the class of its topic. */
  private static final class Statements
      implements TestStatementVisitor<Optional<CheckedStatement>> {
    private final TestState state;
    private final TestGivens givens;
    private final TestAuthority authority;
    private final TestRequests requests;

    Statements(TestState state, Set<String> expectedInvalid) {
      this.state = state;
      this.givens = new TestGivens(state);
      this.authority = new TestAuthority(state);
      this.requests = new TestRequests(state, expectedInvalid);
    }

    @Override
    public Optional<CheckedStatement> visitEntity(GivenEntity node) {
      return givens
          .entity(node)
          .map(entity -> new CheckedStatement.GivenEntity(entity, node.span()));
    }

    @Override
    public Optional<CheckedStatement> visitGrant(GivenGrant node) {
      return authority.grant(node);
    }

    @Override
    public Optional<CheckedStatement> visitDecided(GivenDecided node) {
      return authority.decided(node);
    }

    @Override
    public Optional<CheckedStatement> visitOpen(GivenOpen node) {
      return authority.open(node);
    }

    @Override
    public Optional<CheckedStatement> visitVotes(GivenVotes node) {
      return authority.votes(node);
    }

    @Override
    public Optional<CheckedStatement> visitSuspended(GivenSuspended node) {
      return Optional.of(
          new CheckedStatement.GivenSuspended(state.entities(node.entities()), node.span()));
    }

    @Override
    public Optional<CheckedStatement> visitReview(GivenReview node) {
      return authority.review(node);
    }

    @Override
    public Optional<CheckedStatement> visitHealth(GivenHealth node) {
      return Optional.of(new CheckedStatement.GivenHealth(node.stale(), node.span()));
    }

    @Override
    public Optional<CheckedStatement> visitSession(GivenSession node) {
      return givens.session(node);
    }

    @Override
    public Optional<CheckedStatement> visitCounted(GivenCounted node) {
      return givens.counted(node);
    }

    @Override
    public Optional<CheckedStatement> visitLetRequest(LetRequest node) {
      return requests.request(node, givens);
    }

    @Override
    public Optional<CheckedStatement> visitAfter(AfterStep node) {
      return clock(state.now() + node.duration().millis(), node.span());
    }

    @Override
    public Optional<CheckedStatement> visitAt(AtStep node) {
      return clock(node.instant().value().toEpochMilli(), node.span());
    }

    private Optional<CheckedStatement> clock(long instant, Span span) {
      state.moveTo(instant, span);
      return Optional.of(new CheckedStatement.Clock(state.now(), span));
    }

    @Override
    public Optional<CheckedStatement> visitExpect(Expect node) {
      return new TestExpectations(state).expect(node);
    }
  }
}
