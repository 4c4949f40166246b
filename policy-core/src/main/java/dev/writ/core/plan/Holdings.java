package dev.writ.core.plan;

import dev.writ.core.decision.EvaluationError;
import dev.writ.core.ir.Approval.Kind;
import java.util.ArrayList;
import java.util.List;

/**
 * What the members of a request hold and can use for it at an instant, and what was opened for it,
 * whatever is struck. Immutable.
 */
final class Holdings {
  private final Question question;
  private final List<List<HeldGrant>> held;
  private final Own[] own;

  Holdings(Question question, List<List<HeldGrant>> held, List<Own> own) {
    this.question = question;
    this.held = held;
    this.own = own.toArray(Own[]::new);
  }

  /**
   * What was opened for the very request under one declaration.
   *
   * @param approval the declaration
   * @param inHead whether the declaration's head spans the request and holds for it
   * @param usable what can be used now
   * @param errors what could not be evaluated
   */
  record Own(
      ApprovalCode approval, boolean inHead, List<Opened> usable, List<EvaluationError> errors) {
    Own {
      usable = List.copyOf(usable);
    }

    boolean isOf(Kind kind, String id) {
      return approval.declared().kind() == kind && approval.id().equals(id);
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

  /** Under how many declarations something may have been opened. */
  int opened() {
    return own.length;
  }

  /** What was opened for the request under the declaration at this place. */
  Own own(int place) {
    return own[place];
  }

  /**
   * The place of a declaration, or less than 0 where it is not asked for, or not of the request.
   */
  int place(Kind kind, String id) {
    for (int i = 0; i < own.length; i++) {
      if (own[i].isOf(kind, id)) {
        return i;
      }
    }
    return -1;
  }

  /** The ids of what was opened and can be used, of this kind, in the order of the declarations. */
  List<String> opened(Kind kind) {
    List<String> ids = new ArrayList<>();
    for (Own each : own) {
      if (each.approval().declared().kind() == kind) {
        each.usable().forEach(opened -> ids.add(opened.record().id()));
      }
    }
    return ids;
  }

  /** Whether something that was opened can be used. */
  boolean isAnythingUsable() {
    for (Own each : own) {
      if (!each.usable().isEmpty()) {
        return true;
      }
    }
    return false;
  }

  /** Whether some member holds something that can be used. */
  boolean isAnythingHeld() {
    for (List<HeldGrant> grants : held) {
      if (!grants.isEmpty()) {
        return true;
      }
    }
    return false;
  }
}
