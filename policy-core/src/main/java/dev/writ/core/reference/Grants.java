package dev.writ.core.reference;

import dev.writ.core.authority.ApprovalRecord;
import dev.writ.core.authority.GrantRecord;
import dev.writ.core.ir.Case;
import dev.writ.core.ir.GrantTemplate;
import dev.writ.core.ir.GrantTemplate.Binding;
import dev.writ.core.model.ActionDef;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * The grants that a member of a request holds for it: bound to this holder, origin, action and
 * these values, active, running, with uses left and its needs still standing. Whether its
 * template's condition holds is asked later, since that may ask for authority itself.
 */
final class Grants {
  private final Judge judge;
  private final Approvals approvals;

  Grants(Judge judge) {
    this.judge = judge;
    this.approvals = new Approvals(judge);
  }

  /** The template of this id, or null. */
  @Nullable GrantTemplate template(String id) {
    return judge.world().policies().grants().stream()
        .filter(template -> template.id().equals(id))
        .findFirst()
        .orElse(null);
  }

  /** What the member holds and can use now, sorted by id. */
  List<HeldGrant> usable(Asked asked, int member) {
    long now = judge.world().nowMillis();
    return held(asked, member).stream()
        .filter(held -> new GrantClock(held.grant(), held.template()).usable(now))
        .toList();
  }

  /** The instants at which time alone changes what the member can use. */
  LongStream changes(Asked asked, int member) {
    return held(asked, member).stream()
        .flatMapToLong(held -> new GrantClock(held.grant(), held.template()).changes());
  }

  /** What the member holds, whatever the time. */
  private List<HeldGrant> held(Asked asked, int member) {
    return judge.world().authority().grantsOf(asked.members().get(member)).stream()
        .filter(grant -> grant.origin().equals(asked.request().origin()))
        .map(grant -> held(grant, asked, member))
        .flatMap(Optional::stream)
        .toList();
  }

  private Optional<HeldGrant> held(GrantRecord grant, Asked asked, int member) {
    GrantTemplate template = template(grant.template());
    if (template == null
        || !new GrantClock(grant, template).live()
        || !bound(grant, template, asked, member)) {
      return Optional.empty();
    }
    Set<String> carries =
        carried(grant).stream()
            .filter(approval -> approvals.stands(approval, grant))
            .collect(Collectors.toUnmodifiableSet());
    return carries.containsAll(template.needs())
        ? Optional.of(
            new HeldGrant(grant, template, asked.caseOf(template.cases(), member), carries))
        : Optional.empty();
  }

  private Set<String> carried(GrantRecord grant) {
    return grant.approvals().stream()
        .map(id -> judge.world().authority().approval(id))
        .filter(Objects::nonNull)
        .map(ApprovalRecord::approval)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Whether the grant is of this action and these values; one that permits nothing has neither. */
  private boolean bound(GrantRecord grant, GrantTemplate template, Asked asked, int member) {
    Binding binding = template.binds();
    ActionDef action = judge.world().policies().schema().action(asked.action());
    if (binding == null) {
      return true;
    }
    Case text = asked.caseOf(template.cases(), member);
    return action != null
        && text != null
        && asked.action().equals(grant.action())
        && Bindings.equal(binding, action, grant, asked)
        && Enclosure.holds(binding, grant, new Reading(judge, template.id(), asked.view(member)));
  }

  /**
   * The grant of this template as it would be issued to the member for the request, with all it
   * needs; empty where it would cover nothing of the member's.
   */
  Optional<HeldGrant> supposed(String id, Asked asked, int member) {
    GrantTemplate template = template(id);
    if (template == null || (template.binds() == null && member != 0)) {
      return Optional.empty();
    }
    long now = judge.world().nowMillis();
    GrantRecord grant = new GrantDraft(judge, template, asked, member).issued(now);
    return grant == null
        ? Optional.empty()
        : Optional.of(
            new HeldGrant(
                grant,
                template,
                asked.caseOf(template.cases(), member),
                Set.copyOf(template.needs())));
  }
}
