package dev.writ.core.reference;

import dev.writ.core.decision.EvaluationError;
import dev.writ.core.decision.Remedy;
import dev.writ.core.decision.Truth;
import dev.writ.core.ir.Approval;
import dev.writ.core.ir.Approval.Kind;
import dev.writ.core.ir.Case;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What the state of authority says of one request at one instant (language reference, section 6).
 *
 * <p><b>The request's own approvals.</b> What was opened for its digest, complete now, not lapsed,
 * with uses left.
 *
 * <p><b>Grants.</b> A template's condition may ask for approvals, confirmations and grants, so that
 * which grants cover the principal's view depends on itself. It is the least solution: none covers
 * to begin with, those are added whose condition holds given the ones already there, until nothing
 * changes. Conditions can only widen with authority, so the order is irrelevant.
 */
final class RequestAuthority implements AuthorityFacts {
  private final Judge judge;
  private final Asked asked;
  private final Suppositions supposed;
  private final OwnApprovals own;
  private final List<List<HeldGrant>> held;
  private final Set<HeldGrant> principals = new LinkedHashSet<>();
  private final SortedSet<EvaluationError> errors = new TreeSet<>();
  private final SortedSet<Long> changes = new TreeSet<>();

  RequestAuthority(World world, Asked asked, Suppositions supposed) {
    this(world, asked, supposed, new OwnApprovals(world, asked));
  }

  private RequestAuthority(World world, Asked asked, Suppositions supposed, OwnApprovals own) {
    this.judge = new Judge(world, Trace.NONE);
    this.asked = asked;
    this.supposed = supposed;
    this.own = own;
    Grants grants = new Grants(judge);
    this.held =
        IntStream.range(0, asked.members().size())
            .mapToObj(member -> held(grants, member))
            .toList();
    settle(new Judge(world, Trace.NONE));
  }

  /** The same request in another state of authority. */
  RequestAuthority supposing(Suppositions others) {
    return new RequestAuthority(judge.world(), asked, others, own);
  }

  private List<HeldGrant> held(Grants grants, int member) {
    grants.changes(asked, member).forEach(this::changesAt);
    Stream<HeldGrant> real =
        grants.usable(asked, member).stream()
            .filter(grant -> !supposed.struckGrants().contains(grant.grant().id()));
    Stream<HeldGrant> issued =
        supposed.done().stream()
            .filter(step -> step.kind() == Remedy.Kind.GRANT && step.holder() == member)
            .flatMap(step -> grants.supposed(step.id(), asked, member).stream());
    return Stream.concat(real, issued).toList();
  }

  private void settle(Judge scratch) {
    boolean grown = true;
    while (grown) {
      grown = false;
      for (HeldGrant grant : held.get(0)) {
        grown |= !principals.contains(grant) && holds(scratch, grant) && principals.add(grant);
      }
    }
  }

  private boolean holds(Judge scratch, HeldGrant grant) {
    Case text = grant.text();
    return text == null
        || scratch.said(grant.template().id(), text, true, asked.view(0), this).truth()
            == Truth.TRUE;
  }

  @Override
  public Truth approved(String approval) {
    return Truth.of(
        supposed.isDone(Remedy.Kind.APPROVAL, approval)
            || !usable(approval, Kind.APPROVAL).isEmpty()
            || carried(approval));
  }

  /** Whether a grant that covers the principal's view carries the approval, inside its head. */
  private boolean carried(String approval) {
    Approvals approvals = new Approvals(judge);
    Approval declared = approvals.declared(approval, Kind.APPROVAL);
    return declared != null
        && principals.stream().anyMatch(grant -> grant.carries().contains(approval))
        && approvals.inHead(declared, asked);
  }

  @Override
  public Truth confirmed(String confirmation) {
    return Truth.of(
        supposed.isDone(Remedy.Kind.CONFIRMATION, confirmation)
            || !usable(confirmation, Kind.CONFIRMATION).isEmpty());
  }

  @Override
  public Truth granted(String template) {
    return Truth.of(principals.stream().anyMatch(grant -> grant.template().id().equals(template)));
  }

  /** What was opened for the request itself under this id and can be used now. */
  List<Standing> usable(String id, Kind kind) {
    long now = judge.world().nowMillis();
    OwnApprovals.Opened opened = own.of(kind, id);
    errors.addAll(opened.errors());
    opened.nextChange().ifPresent(this::changesAt);
    return opened.standings().stream()
        .filter(standing -> standing.usable(now))
        .filter(standing -> !supposed.struckApprovals().contains(standing.record().id()))
        .toList();
  }

  @Override
  public List<CoveringGrant> covering(int member) {
    List<CoveringGrant> covering = new ArrayList<>();
    for (HeldGrant grant : held.get(member)) {
      Case text = grant.text();
      if (text == null) {
        continue;
      }
      Judge.Said said = judge.said(grant.template().id(), text, true, asked.view(member), this);
      if (said.truth() == Truth.TRUE) {
        covering.add(new CoveringGrant(grant.grant(), said.obligations()));
      }
    }
    covering.sort(Comparator.comparing(grant -> grant.grant().id()));
    return List.copyOf(covering);
  }

  /** Everything a member holds that can be used for the request, its condition aside. */
  List<HeldGrant> held(int member) {
    return held.get(member);
  }

  /** The grants held by the principal that cover its view, those without {@code permits} too. */
  Set<HeldGrant> ofPrincipal() {
    return Set.copyOf(principals);
  }

  private void changesAt(long instant) {
    if (instant > judge.world().nowMillis()) {
      changes.add(instant);
    }
  }

  @Override
  public List<EvaluationError> errors() {
    errors.addAll(judge.errors());
    return List.copyOf(errors);
  }

  @Override
  public OptionalLong nextChange() {
    return Stream.of(judge.nextChange(), first(changes)).flatMapToLong(OptionalLong::stream).min();
  }

  private static OptionalLong first(SortedSet<Long> instants) {
    return instants.isEmpty() ? OptionalLong.empty() : OptionalLong.of(instants.first());
  }
}
