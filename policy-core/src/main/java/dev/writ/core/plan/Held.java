package dev.writ.core.plan;

import dev.writ.core.ir.Approval.Kind;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What is held and was opened for a request, as a quick run reads it: the grants that it could rest
 * on, in the order in which they are struck, and which members each covers. Immutable.
 */
final class Held {
  /** Up to how many grants are told apart, and members. */
  private static final int MOST = 8;

  private static final int MOST_MEMBERS = 9;

  private final Holdings holdings;

  /** With nothing struck. */
  final HeldConsents consents;

  /** The grants that the request could rest on, in the order in which they are struck. */
  private final HeldGrant[] usable;

  /** By grant, a bit for each member that it covers. */
  private final int[] covers;

  /** Whether what conditions say may change when a grant is struck. */
  private final boolean decideConditions;

  /** Whether something that was opened can be used. */
  private final boolean opened;

  /** The key of the permit that a grant of the only member gives. */
  private final long only;

  private Held(
      Question question, Holdings holdings, HeldConsents consents, List<HeldGrant> usable) {
    this.holdings = holdings;
    this.consents = consents;
    this.usable = usable.toArray(HeldGrant[]::new);
    this.covers = new int[this.usable.length];
    for (int i = 0; i < covers.length; i++) {
      covers[i] = covered(consents, usable.get(i));
    }
    this.decideConditions = decideConditions(question, usable);
    this.opened = holdings.isAnythingUsable();
    this.only = only();
  }

  /** Of those that cover the only member all but the one that is struck last can be struck. */
  private long only() {
    long key = HeldKey.NONE;
    for (int place = 0; place < usable.length; place++) {
      if (covers[place] != 0) {
        key = HeldKey.with(HeldKey.spending(opened), usable[place], covers[place]);
      }
    }
    return key;
  }

  /**
   * What was settled for a request without chain, or null where it is to be worked out.
   *
   * @param bits what is true
   */
  @Nullable Settled find(HeldSettlements settlements, long bits) {
    if (decideConditions) {
      return null;
    }
    Settled bare = settlements.find(HeldKey.tried(0, opened), bits);
    if (bare == null || usable.length == 0 || bare.isPermit()) {
      return bare;
    }
    int covered = covered(0, consents);
    Settled whole = settlements.find(HeldKey.tried(covered, opened), bits);
    return whole == null || !whole.isPermit() ? whole : settlements.find(only, bits);
  }

  /**
   * What a quick run reads, or null where that is too much to be told apart.
   *
   * @param moment quick, of the run
   * @throws FaultSignal if something goes wrong
   */
  static @Nullable Held of(Question question, Holdings holdings, Moment moment) {
    HeldConsents consents = new HeldConsents(holdings, Set.of(), Set.of(), moment);
    List<HeldGrant> usable = consents.usable();
    return usable.size() > MOST || holdings.members() > MOST_MEMBERS
        ? null
        : new Held(question, holdings, consents, usable);
  }

  private int covered(HeldConsents by, HeldGrant grant) {
    int covered = 0;
    for (int member = 0; member < holdings.members(); member++) {
      covered |= by.covers(member, grant) ? 1 << member : 0;
    }
    return covered;
  }

  /** Grants are named by conditions, or stand for approvals that conditions may ask for. */
  private static boolean decideConditions(Question question, List<HeldGrant> usable) {
    boolean asked = false;
    for (Known known : question.known) {
      asked |= askForOne(known.program.asks(), usable);
    }
    for (HeldGrant grant : usable) {
      asked |= grant.text() != null && askForOne(grant.text().asks(), usable);
    }
    return asked;
  }

  private static boolean askForOne(Asks asks, List<HeldGrant> usable) {
    for (HeldGrant grant : usable) {
      if (asks.askFor(grant)) {
        return true;
      }
    }
    return false;
  }

  /** One of the grants, by its place in the order in which they are struck. */
  HeldGrant grant(int place) {
    return usable[place];
  }

  /** Which members a grant covers, a bit for each, with nothing struck. */
  int covers(int place) {
    return covers[place];
  }

  /** How many grants the request could rest on. */
  int size() {
    return usable.length;
  }

  /** Whether what conditions say may change when a grant is struck. */
  boolean decidesConditions() {
    return decideConditions;
  }

  /**
   * Which members are covered, a bit for each.
   *
   * @param struck a bit for each grant that counts as not there
   * @param others what the grants say then
   */
  int covered(long struck, HeldConsents others) {
    int covered = 0;
    for (int i = 0; i < usable.length; i++) {
      if ((struck >>> i & 1) == 0) {
        covered |= others == consents ? covers[i] : covered(others, usable[i]);
      }
    }
    return covered;
  }

  /**
   * The ids of what was opened and can be used, of this kind, in the order in which it is struck.
   */
  List<String> opened(Kind kind) {
    return holdings.opened(kind);
  }

  /**
   * What approvals, confirmations and grants say where these are struck.
   *
   * @param struck a bit for each grant
   * @param approvals the ids of what was opened
   */
  HeldConsents without(long struck, Set<String> approvals) {
    Set<String> ids = new TreeSet<>();
    for (int i = 0; i < usable.length; i++) {
      if ((struck >>> i & 1) != 0) {
        ids.add(usable[i].id());
      }
    }
    return consents.without(ids, approvals);
  }
}
