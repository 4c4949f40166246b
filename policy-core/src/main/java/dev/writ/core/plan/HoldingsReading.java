package dev.writ.core.plan;

import dev.writ.core.authority.ApprovalRecord;
import dev.writ.core.authority.AuthoritySnapshot;
import dev.writ.core.authority.GrantRecord;
import dev.writ.core.decision.Truth;
import dev.writ.core.ir.GrantTemplate.Binding;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** Reads what is held and was opened. Mutable, for one reading and one thread. */
final class HoldingsReading {
  private static final Comparator<ApprovalCode> IN_ORDER =
      Comparator.comparingInt(ApprovalCode::number);

  private final AuthorityCode code;
  private final Question question;
  private final AuthoritySnapshot state;
  private final Moment moment;
  private final Lasting lasting;
  private final List<List<HeldGrant>> held = new ArrayList<>();

  /**
   * @param moment probing, or careful with what goes wrong about grants to be listed
   * @param lasting is told when time alone changes what is read
   */
  HoldingsReading(
      AuthorityCode code,
      Question question,
      AuthoritySnapshot state,
      Moment moment,
      Lasting lasting) {
    this.code = code;
    this.question = question;
    this.state = state;
    this.moment = moment.withoutConsents();
    this.lasting = lasting;
  }

  /**
   * What is held and was opened.
   *
   * @param candidates of each member the grants that may count
   * @throws FaultSignal if something goes wrong and the moment lists nothing
   */
  Holdings read(List<List<GrantRecord>> candidates) {
    for (int i = 0; i < candidates.size(); i++) {
      held.add(held(question.known[i].view, candidates.get(i)));
    }
    return new Holdings(question, held, own());
  }

  private List<HeldGrant> held(View view, List<GrantRecord> candidates) {
    List<HeldGrant> usable = new ArrayList<>(candidates.size());
    for (GrantRecord grant : candidates) {
      GrantCode template = code.grant(grant.template());
      if (template != null && isWithin(grant, template, view)) {
        GrantTerm term = new GrantTerm(grant, template.template());
        Set<String> carries = carries(grant);
        term.tell(lasting);
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
        : new GrantMatter(
                code, state, moment.withoutSession(), grant, question.request.entities(), lasting)
            .carries();
  }

  /** What is asked for, in the order of the declarations. */
  private List<Holdings.Own> own() {
    List<ApprovalCode> asked = new ArrayList<>();
    for (Known known : question.known) {
      add(known.program.asks(), asked);
    }
    for (List<HeldGrant> grants : held) {
      for (HeldGrant grant : grants) {
        GrantText text = grant.text();
        if (text != null) {
          add(text.asks(), asked);
          if (text.asks().clock()) {
            lasting.changes();
          }
        }
      }
    }
    asked.sort(IN_ORDER);
    List<Holdings.Own> own = new ArrayList<>(asked.size());
    for (ApprovalCode approval : asked) {
      HearingCode text = approval.ofRequest(question.known[0].view);
      if (text != null) {
        own.add(open(approval, text));
      }
    }
    return own;
  }

  private void add(Asks asks, List<ApprovalCode> asked) {
    for (Asks.Consent consent : asks.consents()) {
      ApprovalCode approval = code.approval(consent.kind(), consent.id());
      if (approval != null && !isAmong(asked, approval)) {
        asked.add(approval);
      }
    }
  }

  private static boolean isAmong(List<ApprovalCode> asked, ApprovalCode approval) {
    for (ApprovalCode each : asked) {
      if (each.number() == approval.number()) {
        return true;
      }
    }
    return false;
  }

  private Holdings.Own open(ApprovalCode approval, HearingCode text) {
    Findings apart = new Findings();
    Moment listing = moment.findings == null ? moment : moment.careful(apart);
    View view = question.known[0].view;
    Hearing hearing = new Hearing(approval, text, new Reader(approval.id(), view, listing));
    boolean inHead = hearing.inHead() == Truth.TRUE;
    List<Opened> usable = new ArrayList<>();
    if (inHead && question.isOpened(approval.id(), state)) {
      String digest = question.consents().digests().of(approval.declared());
      for (ApprovalRecord record : state.approvalsOf(digest)) {
        if (isOf(record, approval)) {
          Opened opened = Opened.of(record, List.of(hearing), code.schema(), state, moment.now);
          opened.tell(lasting);
          if (opened.isUsable(moment.now)) {
            usable.add(opened);
          }
        }
      }
    }
    if (approval.asksClock()) {
      lasting.changes();
    }
    return new Holdings.Own(approval, inHead, usable, apart.errors());
  }

  private boolean isOf(ApprovalRecord record, ApprovalCode approval) {
    return record.approval().equals(approval.id())
        && record.grant() == null
        && question.members().contains(record.requester());
  }
}
