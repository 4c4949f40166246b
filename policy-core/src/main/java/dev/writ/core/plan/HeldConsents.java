package dev.writ.core.plan;

import dev.writ.core.authority.Spending;
import dev.writ.core.decision.Obligation;
import dev.writ.core.decision.Truth;
import dev.writ.core.ir.Approval.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What approvals, confirmations and grants say of a request, some of them struck.
 *
 * <p>A template's condition may ask for approvals, confirmations and grants, so that which grants
 * cover the principal's view depends on itself. It is the least solution: none covers to begin
 * with, those are added whose condition holds given the ones already there, until nothing changes.
 * Immutable, but for what {@link #addSpent} finds.
 */
final class HeldConsents extends Consents {
  private final Holdings holdings;
  private final Set<String> struck;
  private final Set<String> struckApprovals;
  private final Moment whole;

  /** By place whether it stands; null until it is settled which grants cover. */
  private Truth @Nullable [] standing;

  private final List<HeldGrant> principals = new ArrayList<>();
  private final List<List<Covering>> covering = new ArrayList<>();
  private boolean spent;

  /**
   * A grant that covers a member's view, and what its template asks for there.
   *
   * @param held the grant
   */
  record Covering(HeldGrant held, List<Obligation> obligations) {}

  /**
   * @param struck ids of grants that count as not there
   * @param struckApprovals ids of what was opened and counts as not there; a grant that it
   *     activated does not
   * @param moment of the run, whose consents are these from then on
   */
  HeldConsents(Holdings holdings, Set<String> struck, Set<String> struckApprovals, Moment moment) {
    this.holdings = holdings;
    this.struck = Set.copyOf(struck);
    this.struckApprovals = Set.copyOf(struckApprovals);
    this.whole = (moment.quick ? moment.probing() : moment).with(this);
    settle(whole.trying());
    standing = standing();
    for (int member = 0; member < holdings.members(); member++) {
      covering.add(covered(member));
    }
  }

  private Truth[] standing() {
    Truth[] truths = new Truth[holdings.opened()];
    for (int place = 0; place < truths.length; place++) {
      Holdings.Own own = holdings.own(place);
      truths[place] = stands(own.approval().declared().kind(), own);
    }
    return truths;
  }

  private void settle(Moment scratch) {
    boolean grown = true;
    while (grown) {
      grown = false;
      for (HeldGrant grant : holdings.of(0)) {
        if (!struck.contains(grant.id())
            && !principals.contains(grant)
            && (grant.text() == null || said(grant, holdings.view(0), scratch) != null)) {
          principals.add(grant);
          grown = true;
        }
      }
    }
  }

  /** What a grant asks for where its template's condition holds, else null. */
  private static @Nullable List<Obligation> said(HeldGrant grant, View view, Moment moment) {
    GrantText text = grant.text();
    Reader reader = new Reader(grant.code().id(), view, moment);
    return text != null && reader.truth(text.condition()) == Truth.TRUE
        ? reader.obligations(text.calls())
        : null;
  }

  @Override
  Truth stands(Kind kind, String id, Moment moment) {
    int place = holdings.place(kind, id);
    if (place < 0) {
      return Truth.FALSE;
    }
    if (whole.findings != null) {
      whole.findings.addAll(holdings.own(place).errors());
    }
    return standing == null ? stands(kind, holdings.own(place)) : standing[place];
  }

  private Truth stands(Kind kind, Holdings.Own own) {
    boolean carried = kind == Kind.APPROVAL && own.inHead() && isCarried(own.approval().id());
    return Truth.of(carried || isUsable(own));
  }

  private boolean isCarried(String approval) {
    for (HeldGrant grant : principals) {
      if (grant.carries().contains(approval)) {
        return true;
      }
    }
    return false;
  }

  private boolean isUsable(Holdings.Own own) {
    for (Opened opened : own.usable()) {
      if (!struckApprovals.contains(opened.record().id())) {
        return true;
      }
    }
    return false;
  }

  @Override
  boolean granted(String template) {
    for (HeldGrant grant : principals) {
      if (grant.code().id().equals(template)) {
        return true;
      }
    }
    return false;
  }

  @Override
  boolean covers(int member) {
    return !covering(member).isEmpty();
  }

  /** Whether this grant covers the view of a member. */
  boolean covers(int member, HeldGrant grant) {
    for (Covering each : covering(member)) {
      if (each.held().id().equals(grant.id())) {
        return true;
      }
    }
    return false;
  }

  /** The grants that cover the view of a member, by id. */
  List<Covering> covering(int member) {
    return covering.get(member);
  }

  private List<Covering> covered(int member) {
    List<HeldGrant> held = holdings.of(member);
    List<Covering> covering = new ArrayList<>(held.size());
    for (HeldGrant grant : held) {
      if (grant.text() != null && !struck.contains(grant.id())) {
        List<Obligation> obligations = said(grant, holdings.view(member), whole);
        if (obligations != null) {
          covering.add(new Covering(grant, obligations));
        }
      }
    }
    return covering;
  }

  @Override
  void addSpent(SortedMap<String, List<Obligation>> determining, Predicate<Consents> permits) {
    Set<String> spared = spared(permits);
    List<HeldGrant> left = new ArrayList<>(usable());
    left.removeIf(grant -> spared.contains(grant.id()));
    spent = !left.isEmpty();
    add(left, determining);
  }

  /** Adds these grants to what determined a permit, by template, each with what it asks for. */
  void add(List<HeldGrant> left, SortedMap<String, List<Obligation>> determining) {
    for (HeldGrant grant : left) {
      determining.computeIfAbsent(grant.code().id(), template -> new ArrayList<>());
    }
    for (int i = 0; i < holdings.members(); i++) {
      for (Covering grant : covering(i)) {
        if (left.contains(grant.held())) {
          determining
              .computeIfAbsent(grant.held().code().id(), template -> new ArrayList<>())
              .addAll(grant.obligations());
        }
      }
    }
  }

  /**
   * The grants that can be struck: those, one after another, without which the request is still
   * permitted, the one that ends last and of these the one with the highest id before the others.
   * The others are spent.
   */
  private Set<String> spared(Predicate<Consents> permits) {
    Set<String> without = new TreeSet<>();
    for (HeldGrant grant : usable()) {
      without.add(grant.id());
      if (!permits.test(without(without, Set.of()))) {
        without.remove(grant.id());
      }
    }
    return without;
  }

  HeldConsents without(Set<String> grants, Set<String> approvals) {
    return new HeldConsents(holdings, grants, approvals, whole.trying());
  }

  @Override
  Spending spending(Predicate<Consents> permits) {
    Set<String> grants = spared(permits);
    Set<String> approvals = new TreeSet<>();
    Map<Kind, List<String>> left = new EnumMap<>(Kind.class);
    for (Kind kind : Kind.values()) {
      List<String> ofKind = new ArrayList<>();
      for (String id : holdings.opened(kind)) {
        approvals.add(id);
        if (!permits.test(without(grants, approvals))) {
          approvals.remove(id);
          ofKind.add(id);
        }
      }
      left.put(kind, ofKind);
    }
    return new Spending(
        usable().stream().map(HeldGrant::id).filter(id -> !grants.contains(id)).toList(),
        left.getOrDefault(Kind.APPROVAL, List.of()),
        left.getOrDefault(Kind.CONFIRMATION, List.of()));
  }

  /**
   * The grants that the request could rest on, each once, in the order in which they are struck.
   */
  List<HeldGrant> usable() {
    List<HeldGrant> usable = new ArrayList<>(principals);
    for (int i = 0; i < holdings.members(); i++) {
      for (Covering grant : covering(i)) {
        if (!usable.contains(grant.held())) {
          usable.add(grant.held());
        }
      }
    }
    usable.sort(Comparator.comparingLong(HeldGrant::end).thenComparing(HeldGrant::id).reversed());
    return usable;
  }

  @Override
  boolean mayBeSpent() {
    return spent || holdings.isAnythingUsable();
  }
}
