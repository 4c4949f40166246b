package dev.writ.core.plan;

import dev.writ.core.authority.ApprovalRecord;
import dev.writ.core.authority.AuthoritySnapshot;
import dev.writ.core.authority.GrantRecord;
import dev.writ.core.decision.EvaluationError;
import dev.writ.core.decision.Truth;
import dev.writ.core.ir.Approval.Kind;
import dev.writ.core.ir.GrantTemplate.Binding;
import dev.writ.core.model.EntityId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the members of a request hold and can use for it now, and what was opened for it, whatever
 * is struck. Grants are read at once, what was opened when it is first asked for. Mutable, for one
 * decision and one thread.
 */
final class Holdings {
  private final AuthorityCode code;
  private final Question question;
  private final AuthoritySnapshot state;
  private final Moment moment;
  private final List<List<HeldGrant>> held = new ArrayList<>();
  private final Map<String, Own> own = new HashMap<>();

  /**
   * What was opened for the very request under one declaration.
   *
   * @param inHead whether the declaration's head spans the request and holds for it
   * @param usable what can be used now
   * @param errors what could not be evaluated
   */
  record Own(boolean inHead, List<Opened> usable, List<EvaluationError> errors) {
    private static final Own NOTHING = new Own(false, List.of(), List.of());

    Own {
      usable = List.copyOf(usable);
      errors = List.copyOf(errors);
    }
  }

  /**
   * @param moment probing, or careful with what goes wrong about grants to be listed
   */
  Holdings(AuthorityCode code, Question question, AuthoritySnapshot state, Moment moment) {
    this.code = code;
    this.question = question;
    this.state = state;
    this.moment = moment.withoutConsents();
    for (int i = 0; i < question.members.size(); i++) {
      held.add(held(question.members.get(i), view(i)));
    }
  }

  /** How many members the request has. */
  int members() {
    return held.size();
  }

  /** R(i). */
  View view(int member) {
    return question.known[member].view;
  }

  /** The grants of a member that can be used for the request, their conditions aside, by id. */
  List<HeldGrant> of(int member) {
    return held.get(member);
  }

  private List<HeldGrant> held(EntityId holder, View view) {
    List<HeldGrant> usable = new ArrayList<>();
    for (GrantRecord grant : state.grantsOf(holder)) {
      GrantCode template = code.grant(grant.template());
      if (template != null && template.isFor(grant, view) && isWithin(grant, template, view)) {
        GrantTerm term = new GrantTerm(grant, template.template());
        Set<String> carries = carries(grant);
        if (carries.containsAll(template.template().needs()) && term.isRunning(moment.now)) {
          usable.add(new HeldGrant(grant, template, template.on(view), carries, term.end()));
        }
      }
    }
    return usable;
  }

  private boolean isWithin(GrantRecord grant, GrantCode template, View view) {
    Binding binding = template.template().binds();
    return binding == null
        || BoundValues.isWithin(binding, grant, new Reader(template.id(), view, moment));
  }

  private Set<String> carries(GrantRecord grant) {
    return grant.approvals().isEmpty()
        ? Set.of()
        : new GrantMatter(code, state, moment.withoutSession(), grant, question.request.entities())
            .carries();
  }

  /** What was opened for the request under this declaration. */
  Own own(Kind kind, String id) {
    ApprovalCode approval = code.approval(kind, id);
    if (approval == null) {
      return Own.NOTHING;
    }
    Own known = own.get(id);
    if (known == null) {
      known = open(approval);
      own.put(id, known);
    }
    return known;
  }

  private Own open(ApprovalCode approval) {
    HearingCode text = approval.ofRequest(view(0));
    if (text == null) {
      return Own.NOTHING;
    }
    Findings apart = new Findings();
    Moment reading = moment.findings == null ? moment : moment.careful(apart);
    Hearing hearing = new Hearing(approval, text, new Reader(approval.id(), view(0), reading));
    boolean inHead = hearing.inHead() == Truth.TRUE;
    List<Opened> usable = new ArrayList<>();
    if (inHead && question.isOpened(approval, state)) {
      String digest = question.consents.digests().of(approval.declared());
      for (ApprovalRecord record : state.approvalsOf(digest)) {
        if (isOf(record, approval)) {
          Opened opened = Opened.of(record, List.of(hearing), code.schema(), state, moment.now);
          if (opened.isUsable(moment.now)) {
            usable.add(opened);
          }
        }
      }
    }
    return new Own(inHead, usable, apart.errors());
  }

  private boolean isOf(ApprovalRecord record, ApprovalCode approval) {
    return record.approval().equals(approval.id())
        && record.grant() == null
        && question.members.contains(record.requester());
  }

  /** The ids of what was opened and can be used, of this kind, in the order of the declarations. */
  List<String> opened(Kind kind) {
    List<String> ids = new ArrayList<>();
    for (ApprovalCode approval : code.approvals()) {
      for (Opened opened : own(kind, approval.id()).usable()) {
        ids.add(opened.record().id());
      }
    }
    return ids;
  }

  /** Whether something that was asked about so far can be used. */
  boolean isAnythingUsable() {
    return own.values().stream().anyMatch(opened -> !opened.usable().isEmpty());
  }
}
