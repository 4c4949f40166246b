package dev.writ.dsl.lower;

import static org.assertj.core.api.Assertions.assertThat;

import dev.writ.core.model.Schema;
import dev.writ.core.model.Type;
import dev.writ.dsl.ast.DottedPath;
import dev.writ.dsl.ast.Expression;
import dev.writ.dsl.ast.Identifier;
import dev.writ.dsl.check.expression.ContextRoot;
import dev.writ.dsl.check.expression.ExpressionChecker;
import dev.writ.dsl.check.expression.ExpressionFacts;
import dev.writ.dsl.check.expression.LocalVariable;
import dev.writ.dsl.check.expression.PathExpressions;
import dev.writ.dsl.check.expression.TypeContext;
import dev.writ.dsl.source.Diagnostic;
import dev.writ.dsl.source.Diagnostics;
import dev.writ.dsl.source.SourceText;
import dev.writ.dsl.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What can be named depends on where an expression stands. */
class ExpressionContextTest {
  private static final Type USER = Type.EntityType.of("User");
  private static final Type.EntityType VOTERS = Type.EntityType.of("User");

  @Test
  void approverAndRequester_whereTheyAre_areRead() {
    ExpressionFixture fixture =
        new ExpressionFixture()
            .context(
                context ->
                    context
                        .withRoot(ContextRoot.APPROVER, USER)
                        .withRoot(ContextRoot.REQUESTER, USER));

    assertThat(fixture.lowered("when approver.oncall and approver != requester"))
        .isEqualTo("approver.oncall and approver != requester");
  }

  @Test
  void variable_namedLikeApprover_whereThereIsOne_isRefused() {
    ExpressionFixture fixture =
        new ExpressionFixture().context(context -> context.withRoot(ContextRoot.APPROVER, USER));

    assertThat(fixture.problems("when any approver in args.users: approver.oncall"))
        .containsExactly(
            "SHADOWED_NAME [approver] `approver` stands for something else here already"
                + " (give the variable another name)");
    assertThat(new ExpressionFixture().lowered("when any approver in args.users: approver.oncall"))
        .isEqualTo("any approver in args.users: approver.oncall");
  }

  @Test
  void approver_inALet_isNotSeen() {
    ExpressionFixture fixture =
        new ExpressionFixture()
            .lets("let a(act by Agent on Service) = approver == origin;")
            .context(context -> context.withRoot(ContextRoot.APPROVER, USER));

    assertThat(fixture.problems("when a"))
        .singleElement()
        .asString()
        .startsWith("ROOT_NOT_AVAILABLE [approver]");
  }

  @Test
  void roots_leftOut_cannotBeRead() {
    ExpressionFixture fixture =
        new ExpressionFixture()
            .context(context -> context.withRoots(Map.of(ContextRoot.REQUESTER, USER)));

    assertThat(fixture.lowered("when requester.oncall")).isEqualTo("requester.oncall");
    assertThat(fixture.problems("when principal == requester and has delegator"))
        .containsExactly(
            "ROOT_NOT_AVAILABLE [principal] there is no `principal` here",
            "ROOT_NOT_AVAILABLE [has delegator] there is no `delegator` to ask for here");
  }

  @Test
  void delegator_whereItIsKnown_needsNoGuard() {
    assertThat(
            new ExpressionFixture()
                .context(TypeContext::withDelegator)
                .lowered("when delegator == origin"))
        .isEqualTo("delegator == origin");
  }

  @Test
  void session_withoutDeclaredFields_canBeAskedForLabelsOnly() {
    ExpressionFixture fixture =
        new ExpressionFixture()
            .context(context -> context.withRoot(ContextRoot.SESSION, Type.RecordType.EMPTY));

    assertThat(fixture.problems("when args.ok unless session labelled untrusted")).isEmpty();
    assertThat(fixture.problems("when session.mfa"))
        .containsExactly(
            "UNKNOWN_FIELD [mfa] `session` has no `mfa`"
                + " (declare it in the manifest: `session { mfa: …; }`)");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          resource.team | ok
          resource.teams | ok
          args.users | ok
          principal.owner.team | ok
          t | ok
          resource | NEVER_A_MEMBER
          resource.level | NOT_AN_ENTITY
          args.to | NOT_AN_ENTITY
          args.target | MAY_BE_ABSENT
          resource.zzz | UNKNOWN_FIELD
          zzz | UNKNOWN_NAME
          """)
  void group_afterIn_isAnEntityOrASetOfThem(String path, String expected) {
    Diagnostics diagnostics = new Diagnostics();
    Expression group = path(path);
    LocalVariable each = new LocalVariable("t", Type.EntityType.of("Team"));
    TypeContext context = context(path).withLocals(List.of(each));

    ExpressionFacts facts = new ExpressionChecker(context, diagnostics).group(group, VOTERS);

    assertThat(facts.ok()).isEqualTo(expected.equals("ok"));
    assertThat(diagnostics.sorted())
        .extracting(problem -> problem.code().name())
        .isEqualTo(expected.equals("ok") ? List.of() : List.of(expected));
  }

  @Test
  void value_ofAnotherType_isRefused() {
    assertThat(value("args.name", Type.Scalar.STRING, false)).isEmpty();
    assertThat(value("args.name", null, false)).isEmpty();
    assertThat(value("args.count", Type.Scalar.STRING, false))
        .containsExactly("TYPE_MISMATCH [args.count] this must be `String`, and it is `Int`");
    assertThat(value("resource.steward", USER, false))
        .containsExactly(
            "TYPE_MISMATCH [resource.steward] this must be `User`, and it is `Team | User`");
  }

  @Test
  void secret_whereItMayBe_isRead() {
    assertThat(value("args.pin", Type.Scalar.STRING, true)).isEmpty();
    assertThat(value("args.pin", Type.Scalar.STRING, false))
        .singleElement()
        .asString()
        .startsWith("SECRET_FIELD [args.pin]");
  }

  @Test
  void zones_ofAllLets_areCollected() {
    assertThat(
            new ExpressionFixture()
                .lets("let late(act by Agent on Service) = now.hour(\"Europe/Berlin\") > 20;")
                .zones("let w = now.weekday(\"UTC\") == monday when late and w"))
        .containsExactly("Europe/Berlin", "UTC");
  }

  @Test
  void dereferences_beyondThree_areRefused() {
    String three = "resource has lead and resource.lead.owner.team == resource.team";
    String four = "resource has lead and resource.lead.owner.team.name == \"a\"";
    String inFour = "resource has lead and resource.lead.owner.team in resource.team";

    assertThat(new ExpressionFixture().problems("when " + three)).isEmpty();
    assertThat(new ExpressionFixture().problems("when " + four))
        .containsExactly(
            "TOO_MANY_DEREFERENCES [name] this reads 4 entities one after another, and at most 3"
                + " may be (put what is needed into an attribute of an entity nearer to the"
                + " request)");
    assertThat(new ExpressionFixture().problems("when " + inFour))
        .singleElement()
        .asString()
        .startsWith("TOO_MANY_DEREFERENCES");
  }

  @Test
  void errorsOfOneCondition_areAllReported() {
    assertThat(
            new ExpressionFixture()
                .problems("when args.zzz == 1 and (args.count == \"a\" or args.note == \"b\")"))
        .extracting(problem -> problem.substring(0, problem.indexOf(' ')))
        .containsExactly("UNKNOWN_FIELD", "TYPE_MISMATCH", "MAY_BE_ABSENT");
  }

  private static List<String> value(String path, @Nullable Type type, boolean secret) {
    Diagnostics diagnostics = new Diagnostics();
    new ExpressionChecker(context(path), diagnostics).value(path(path), type, secret);
    List<String> found = new ArrayList<>();
    for (Diagnostic diagnostic : diagnostics.sorted()) {
      found.add(ExpressionFixture.text(diagnostic));
    }
    return found;
  }

  private static TypeContext context(String text) {
    Schema schema = TestSchema.schema();
    return TypeContext.slot(
        new SourceText("a.writ", text),
        new TestNames(schema),
        schema,
        Objects.requireNonNull(schema.action("act")),
        "Agent",
        "Service");
  }

  private static Expression path(String text) {
    List<Identifier> parts = new ArrayList<>();
    int at = 0;
    for (String part : text.split("\\.", -1)) {
      parts.add(new Identifier(part, new Span(at, at + part.length())));
      at += part.length() + 1;
    }
    return PathExpressions.of(new DottedPath(parts, new Span(0, text.length())));
  }
}
