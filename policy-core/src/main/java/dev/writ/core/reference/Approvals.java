package dev.writ.core.reference;

import dev.writ.core.authority.ApprovalRecord;
import dev.writ.core.authority.AuthoritySnapshot;
import dev.writ.core.authority.Claim;
import dev.writ.core.authority.GrantRecord;
import dev.writ.core.decision.Truth;
import dev.writ.core.ir.Approval;
import dev.writ.core.ir.Approval.Kind;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** Approvals and confirmations as they stand: those of a request, and those of a grant. */
final class Approvals {
  private final Judge judge;

  Approvals(Judge judge) {
    this.judge = judge;
  }

  private AuthoritySnapshot state() {
    return judge.world().authority();
  }

  /** The declaration of this id and kind, or null. */
  @Nullable Approval declared(String id, Kind kind) {
    Approval declared = declared(id);
    return declared != null && declared.kind() == kind ? declared : null;
  }

  /** The declaration of this id, or null. */
  @Nullable Approval declared(String id) {
    return judge.world().policies().approvals().stream()
        .filter(approval -> approval.id().equals(id))
        .findFirst()
        .orElse(null);
  }

  /** Whether the declaration's head spans the request and holds for it. */
  boolean inHead(Approval declared, Asked asked) {
    return inEveryHead(Hearing.ofRequest(declared, asked));
  }

  /** Whether the declaration's head spans what the grant covers and holds for it. */
  boolean inHead(Approval declared, GrantRecord grant) {
    return inEveryHead(hearings(declared, grant));
  }

  private boolean inEveryHead(List<Hearing> hearings) {
    return !hearings.isEmpty()
        && hearings.stream().allMatch(hearing -> hearing.inHead(judge) == Truth.TRUE);
  }

  private static List<Hearing> hearings(Approval declared, GrantRecord grant) {
    Asked asked = Matter.of(grant);
    return asked == null ? List.of() : Hearing.ofGrant(declared, asked);
  }

  /**
   * What was opened for this very request and by one of its members, whatever became of it; empty
   * where the head does not hold for the request.
   */
  List<Standing> ofRequest(Approval declared, Asked asked) {
    List<Hearing> hearings = Hearing.ofRequest(declared, asked);
    String digest = Subjects.ofRequest(judge.world().policies().schema(), declared, asked);
    return digest == null || !inEveryHead(hearings)
        ? List.of()
        : state().approvalsOf(digest).stream()
            .filter(record -> record.approval().equals(declared.id()))
            .filter(record -> record.grant() == null)
            .filter(record -> asked.members().contains(record.requester()))
            .map(record -> standing(record, hearings))
            .toList();
  }

  /** What was opened for this very grant by its requester, whatever became of it. */
  List<Standing> ofGrant(Approval declared, GrantRecord grant) {
    return state().approvalsOf(Subjects.ofGrant(declared, grant)).stream()
        .filter(record -> record.approval().equals(declared.id()))
        .map(record -> ofGrant(record, grant))
        .filter(Objects::nonNull)
        .toList();
  }

  /**
   * How an approval that was opened for a grant stands; null where it is about another subject, or
   * the head does not hold for the grant.
   */
  @Nullable Standing ofGrant(ApprovalRecord record, GrantRecord grant) {
    Approval declared = declared(record.approval());
    if (declared == null
        || !grant.id().equals(record.grant())
        || !record.requester().equals(grant.requester())
        || !record.digest().equals(Subjects.ofGrant(declared, grant))) {
      return null;
    }
    List<Hearing> hearings = hearings(declared, grant);
    return inEveryHead(hearings) ? standing(record, hearings) : null;
  }

  /** How what was opened stands; null where its subject is no longer what the head spans. */
  @Nullable Standing of(ApprovalRecord record) {
    Claim claim = record.claim();
    Approval declared = declared(record.approval());
    GrantRecord grant = record.grant() == null ? null : state().grant(record.grant());
    if (claim == null || declared == null) {
      return grant == null ? null : ofGrant(record, grant);
    }
    return ofRequest(declared, Matter.of(claim)).stream()
        .filter(standing -> standing.record().id().equals(record.id()))
        .findFirst()
        .orElse(null);
  }

  /** Whether an approval of this id, among those that activated the grant, still stands. */
  boolean stands(String approval, GrantRecord grant) {
    return grant.approvals().stream()
        .map(id -> state().approval(id))
        .filter(Objects::nonNull)
        .filter(record -> record.approval().equals(approval))
        .map(record -> ofGrant(record, grant))
        .anyMatch(standing -> standing != null && standing.stands());
  }

  /** Complete only where it is in every hearing, from the latest on; vetoed where it is in one. */
  private Standing standing(ApprovalRecord record, List<Hearing> hearings) {
    List<Tally> tallies = hearings.stream().map(hearing -> hearing.tally(judge, record)).toList();
    List<OptionalLong> completed = tallies.stream().map(Tally::completedAt).toList();
    LongStream vetoes = tallies.stream().map(Tally::vetoedAt).flatMapToLong(OptionalLong::stream);
    Long recorded = record.vetoedMillis();
    return new Standing(
        hearings,
        record,
        completed.stream().allMatch(OptionalLong::isPresent)
            ? completed.stream().mapToLong(OptionalLong::getAsLong).max()
            : OptionalLong.empty(),
        LongStream.concat(vetoes, recorded == null ? LongStream.empty() : LongStream.of(recorded))
            .min());
  }
}
