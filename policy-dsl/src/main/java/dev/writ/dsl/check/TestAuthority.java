package dev.writ.dsl.check;

import dev.writ.core.model.EntityId;
import dev.writ.core.model.Request;
import dev.writ.dsl.ast.Count;
import dev.writ.dsl.ast.DecidedKind;
import dev.writ.dsl.ast.EntityRef;
import dev.writ.dsl.ast.GivenDecided;
import dev.writ.dsl.ast.GivenGrant;
import dev.writ.dsl.ast.GivenOpen;
import dev.writ.dsl.ast.GivenReview;
import dev.writ.dsl.ast.GivenVotes;
import dev.writ.dsl.ast.GrantDecl;
import dev.writ.dsl.ast.GrantVotes;
import dev.writ.dsl.ast.QualifiedName;
import dev.writ.dsl.ast.Subject;
import dev.writ.dsl.source.DiagnosticCode;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Checks what a test states of grants, approvals, confirmations and votes. */
final class TestAuthority {
  private static final Set<DeclarationKind> VOTED =
      EnumSet.of(DeclarationKind.APPROVAL, DeclarationKind.CONFIRMATION);

  private final TestState state;

  TestAuthority(TestState state) {
    this.state = state;
  }

  Optional<CheckedStatement> grant(GivenGrant node) {
    Declared<GrantDecl> template =
        state
            .context()
            .names()
            .resolve(node.template(), state.scope(), DeclarationKind.GRANT, GrantDecl.class);
    EntityId holder = holder(node, template);
    EntityId requester = node.requester() == null ? holder : state.entity(node.requester());
    if (template == null || holder == null || requester == null) {
      return Optional.empty();
    }
    long from = state.instant(node.from());
    long until = state.instant(node.until());
    if (until < from) {
      state.report(
          DiagnosticCode.INVALID_MOMENT,
          node.until().span(),
          "the grant ends before it starts",
          null);
    }
    return Optional.of(
        new CheckedStatement.GivenGrant(
            template.id(),
            node.request() == null ? null : node.request().text(),
            from,
            until,
            holder,
            requester,
            used(node.used()),
            needs(node, template),
            node.span()));
  }

  private @Nullable EntityId holder(GivenGrant node, @Nullable Declared<GrantDecl> template) {
    Request request = node.request() == null ? null : state.request(node.request());
    if (node.request() != null && request == null) {
      return null;
    }
    if (template != null && template.declaration().permits() != null && request == null) {
      state.report(
          DiagnosticCode.MISSING_CLAUSE,
          node.span(),
          "grant `" + template.name() + "` is made for a request",
          "add `for` and the name of a request");
      return null;
    }
    if (node.holder() != null) {
      return state.entity(node.holder());
    }
    if (request == null) {
      state.report(
          DiagnosticCode.MISSING_CLAUSE, node.span(), "nobody holds this grant", "add `held by`");
      return null;
    }
    return request.principal();
  }

  private List<CheckedStatement.NeedVotes> needs(GivenGrant node, Declared<GrantDecl> template) {
    List<CheckedStatement.NeedVotes> needs = new ArrayList<>();
    List<String> needed = new ArrayList<>();
    NameTable table = state.context().names().table();
    for (QualifiedName name : template.declaration().needs()) {
      Declared<?> found =
          table.find(name, template.scope(), Set.of(DeclarationKind.APPROVAL)).found();
      if (found != null) {
        needed.add(found.id());
      }
    }
    for (GrantVotes votes : node.needs()) {
      String approval = state.id(votes.approval(), DeclarationKind.APPROVAL);
      if (approval != null && !needed.contains(approval)) {
        state.report(
            DiagnosticCode.UNNEEDED_APPROVAL,
            votes.approval().span(),
            "grant `" + template.name() + "` does not need `" + votes.approval().text() + "`",
            null);
      } else if (approval != null) {
        needs.add(new CheckedStatement.NeedVotes(approval, people(votes.voters())));
      }
    }
    return needs;
  }

  Optional<CheckedStatement> decided(GivenDecided node) {
    DeclarationKind kind =
        node.kind() == DecidedKind.APPROVED
            ? DeclarationKind.APPROVAL
            : DeclarationKind.CONFIRMATION;
    String approval = state.id(node.name(), kind);
    Request request = state.request(node.request());
    List<EntityId> voters = people(node.voters());
    return approval == null || request == null
        ? Optional.empty()
        : Optional.of(
            new CheckedStatement.GivenDecided(
                approval,
                node.request().text(),
                voters,
                state.instant(node.at()),
                used(node.used()),
                node.span()));
  }

  Optional<CheckedStatement> open(GivenOpen node) {
    String approval = state.id(node.name(), VOTED, "approval or confirmation");
    CheckedStatement.Subject subject = subject(node.subject());
    EntityId requester = node.requester() == null ? null : state.entity(node.requester());
    return approval == null || subject == null
        ? Optional.empty()
        : Optional.of(
            new CheckedStatement.GivenOpen(
                approval, subject, requester, state.instant(node.at()), node.span()));
  }

  Optional<CheckedStatement> votes(GivenVotes node) {
    String approval = state.id(node.name(), VOTED, "approval or confirmation");
    CheckedStatement.Subject subject = subject(node.subject());
    List<EntityId> voters = people(node.voters());
    return approval == null || subject == null
        ? Optional.empty()
        : Optional.of(
            new CheckedStatement.GivenVotes(
                kind(node), approval, subject, voters, state.instant(node.at()), node.span()));
  }

  Optional<CheckedStatement> review(GivenReview node) {
    Declared<GrantDecl> template =
        state
            .context()
            .names()
            .resolve(node.template(), state.scope(), DeclarationKind.GRANT, GrantDecl.class);
    Request request = node.request() == null ? null : state.request(node.request());
    List<EntityId> voters = people(node.voters());
    if (template == null || (node.request() != null && request == null)) {
      return Optional.empty();
    }
    if (template.declaration().review() == null) {
      state.report(
          DiagnosticCode.UNNEEDED_APPROVAL,
          node.template().span(),
          "grant `" + template.name() + "` needs no review",
          "only an emergency grant is reviewed");
      return Optional.empty();
    }
    return Optional.of(
        new CheckedStatement.GivenReview(
            template.id(),
            node.request() == null ? null : node.request().text(),
            voters,
            state.instant(node.at()),
            node.span()));
  }

  private static CheckedStatement.VoteKind kind(GivenVotes node) {
    return switch (node.kind()) {
      case VOTE -> CheckedStatement.VoteKind.VOTE;
      case REFUSAL -> CheckedStatement.VoteKind.REFUSAL;
      case WITHDRAWAL -> CheckedStatement.VoteKind.WITHDRAWAL;
    };
  }

  private CheckedStatement.@Nullable Subject subject(Subject subject) {
    Request request = state.request(subject.request());
    String grant =
        subject.grant() == null ? null : state.id(subject.grant(), DeclarationKind.GRANT);
    return request == null || (subject.grant() != null && grant == null)
        ? null
        : new CheckedStatement.Subject(grant, subject.request().text());
  }

  private List<EntityId> people(List<EntityRef> refs) {
    PatternResolver types = new PatternResolver(state.context(), state.scope());
    for (EntityRef ref : refs) {
      EntityId person = state.entity(ref);
      if (person != null && !types.isHuman(person.type())) {
        state.report(
            DiagnosticCode.VOTER_NOT_HUMAN,
            ref.span(),
            "only people vote, and `" + ref.type().text() + "` is not a human type",
            null);
      }
    }
    return state.entities(refs);
  }

  private int used(@Nullable Count used) {
    return used == null ? 0 : Bounds.toInt(used, state.problems());
  }
}
