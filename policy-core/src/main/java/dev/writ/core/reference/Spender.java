package dev.writ.core.reference;

import dev.writ.core.authority.Spending;
import dev.writ.core.ir.Approval;
import dev.writ.core.ir.Approval.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What {@code authorize} spends: of the grants, approvals and confirmations that hold for the
 * request, those that the permit needs.
 *
 * <p>They are struck one after another, each without which, and without those already struck, the
 * verdict is still permit: grants first, the one that ends last and of these the one with the
 * highest id before the others; then approvals, then confirmations, by id. What is left is spent.
 */
final class Spender {
  private final World world;
  private final RequestAuthority authority;
  private final int members;
  private final Predicate<Suppositions> permits;
  private final Set<String> struckGrants = new TreeSet<>();
  private final Set<String> struckApprovals = new TreeSet<>();

  private Spender(World world, Asked asked, Predicate<Suppositions> permits) {
    this.world = world;
    this.authority = new RequestAuthority(world, asked, Suppositions.NONE);
    this.members = asked.members().size();
    this.permits = permits;
  }

  /**
   * What the permitted request spends.
   *
   * @param permits whether the request is permitted in another state of authority
   */
  static Spending of(World world, Asked asked, Predicate<Suppositions> permits) {
    return new Spender(world, asked, permits).spending();
  }

  private Spending spending() {
    List<String> grants = grants();
    List<String> approvals = opened(Kind.APPROVAL);
    List<String> confirmations = opened(Kind.CONFIRMATION);
    return new Spending(
        left(grants, struckGrants),
        left(approvals, struckApprovals),
        left(confirmations, struckApprovals));
  }

  /** Strikes what can be struck; what is left cannot. */
  private List<String> left(List<String> ids, Set<String> struck) {
    List<String> left = new ArrayList<>();
    for (String id : ids) {
      struck.add(id);
      if (!permits.test(new Suppositions(struckGrants, struckApprovals, new TreeSet<>()))) {
        struck.remove(id);
        left.add(id);
      }
    }
    return left;
  }

  private List<String> grants() {
    Comparator<HeldGrant> order =
        Comparator.comparingLong(HeldGrant::end).thenComparing(held -> held.grant().id());
    Stream<HeldGrant> covering =
        IntStream.range(0, members).boxed().flatMap(member -> covering(member).stream());
    return Stream.concat(covering, authority.ofPrincipal().stream())
        .distinct()
        .sorted(order.reversed())
        .map(held -> held.grant().id())
        .toList();
  }

  private List<HeldGrant> covering(int member) {
    Set<String> ids = new TreeSet<>();
    authority.covering(member).forEach(covering -> ids.add(covering.grant().id()));
    return authority.held(member).stream().filter(held -> ids.contains(held.grant().id())).toList();
  }

  private List<String> opened(Kind kind) {
    return world.policies().approvals().stream()
        .filter(approval -> approval.kind() == kind)
        .map(Approval::id)
        .flatMap(id -> authority.usable(id, kind).stream())
        .map(standing -> standing.record().id())
        .toList();
  }
}
