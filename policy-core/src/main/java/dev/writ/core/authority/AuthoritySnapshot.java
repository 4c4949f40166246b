package dev.writ.core.authority;

import dev.writ.core.model.EntityId;
import dev.writ.core.persistent.PersistentMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The authority state at one position: everything that changes at run time and that a decision
 * reads.
 *
 * <p>Immutable, thread-safe. A state that is made from another one ({@link #toBuilder}) shares with
 * it all that did not change: making it takes time in proportion to what is put and to the groups
 * that it is in, such as all grants of one holder.
 */
public final class AuthoritySnapshot {

  /** The state in which nothing was granted, approved, suspended or counted. */
  public static final AuthoritySnapshot EMPTY = new AuthoritySnapshot();

  private final Object identity = new Object();
  private final long position;
  private final long latestMillis;
  private final PersistentMap<String, GrantRecord> grants;
  private final RecordIndex<EntityId, GrantRecord> grantsByHolder;
  private final RecordIndex<Holding, GrantRecord> grantsByTemplate;
  private final RecordIndex<Holding, GrantRecord> grantsByResource;
  private final RecordIndex<Holding, GrantRecord> grantsByRequester;
  private final PersistentMap<String, ApprovalRecord> approvals;
  private final RecordIndex<String, ApprovalRecord> approvalsByDigest;
  private final RecordIndex<Matter, ApprovalRecord> approvalsByMatter;
  private final RecordIndex<Principal, ApprovalRecord> approvalsByPrincipal;
  private final RecordIndex<String, ApprovalRecord> approvalsByGrant;
  private final Openers openers;
  private final PersistentMap<EntityId, Suspension> suspensions;
  private final PersistentMap<String, SessionRecord> sessions;
  private final PersistentMap<CounterKey, Counter> counters;

  private AuthoritySnapshot() {
    position = 0;
    latestMillis = 0;
    grants = PersistentMap.empty();
    grantsByHolder = RecordIndex.by(GrantRecord::holder);
    grantsByTemplate = RecordIndex.by(Holding::ofTemplate);
    grantsByResource = RecordIndex.by(Holding::ofResource);
    grantsByRequester = RecordIndex.by(Holding::ofRequester);
    approvals = PersistentMap.empty();
    approvalsByDigest = RecordIndex.by(ApprovalRecord::digest);
    approvalsByMatter = RecordIndex.by(Matter::of);
    approvalsByPrincipal = RecordIndex.by(Principal::of);
    approvalsByGrant = RecordIndex.by(ApprovalRecord::grant);
    openers = Openers.NONE;
    suspensions = PersistentMap.empty();
    sessions = PersistentMap.empty();
    counters = PersistentMap.empty();
  }

  private AuthoritySnapshot(Builder builder) {
    AuthoritySnapshot base = builder.base;
    position = builder.position;
    latestMillis = builder.latestMillis;
    grants = all(base.grants, builder.grants);
    grantsByHolder = base.grantsByHolder.with(base.grants, builder.grants, GrantRecord::id);
    grantsByTemplate = base.grantsByTemplate.with(base.grants, builder.grants, GrantRecord::id);
    grantsByResource = base.grantsByResource.with(base.grants, builder.grants, GrantRecord::id);
    grantsByRequester = base.grantsByRequester.with(base.grants, builder.grants, GrantRecord::id);
    Map<String, ApprovalRecord> opened = builder.approvals;
    approvals = all(base.approvals, opened);
    approvalsByDigest = base.approvalsByDigest.with(base.approvals, opened, ApprovalRecord::id);
    approvalsByMatter = base.approvalsByMatter.with(base.approvals, opened, ApprovalRecord::id);
    approvalsByPrincipal =
        base.approvalsByPrincipal.with(base.approvals, opened, ApprovalRecord::id);
    approvalsByGrant = base.approvalsByGrant.with(base.approvals, opened, ApprovalRecord::id);
    openers = base.openers.with(base.approvals, opened);
    suspensions = builder.suspensions;
    sessions = all(base.sessions, builder.sessions);
    counters = all(base.counters, builder.counters);
  }

  private record CounterKey(String limit, String key) implements Comparable<CounterKey> {
    @Override
    public int compareTo(CounterKey other) {
      int byLimit = limit.compareTo(other.limit);
      return byLimit == 0 ? key.compareTo(other.key) : byLimit;
    }
  }

  /** Whose request an approval or confirmation was opened for. */
  private record Principal(String approval, EntityId principal) implements Comparable<Principal> {
    static @Nullable Principal of(ApprovalRecord record) {
      Claim claim = record.claim();
      return claim == null ? null : new Principal(record.approval(), claim.principal());
    }

    @Override
    public int compareTo(Principal other) {
      int byApproval = approval.compareTo(other.approval);
      return byApproval == 0 ? principal.compareTo(other.principal) : byApproval;
    }
  }

  private static <K extends Comparable<? super K>, V> PersistentMap<K, V> all(
      PersistentMap<K, V> base, Map<K, V> put) {
    if (base.isEmpty()) {
      return PersistentMap.copyOf(put);
    }
    PersistentMap<K, V> all = base;
    for (Map.Entry<K, V> entry : put.entrySet()) {
      all = all.with(entry.getKey(), entry.getValue());
    }
    return all;
  }

  /**
   * What stands for this very state, and for no other even if equal: who keeps what was worked out
   * of a state keeps this beside, and not the state.
   */
  public Object identity() {
    return identity;
  }

  /** The position in the history of commands, 0 before any. */
  public long position() {
    return position;
  }

  /** The instant of the latest event, epoch milliseconds; 0 before any. */
  public long latestMillis() {
    return latestMillis;
  }

  /** The grant with this id, or null. */
  public @Nullable GrantRecord grant(String id) {
    return grants.get(id);
  }

  /** Whether any grant was issued at all. */
  public boolean hasGrants() {
    return !grants.isEmpty();
  }

  /** All grants held by this entity, whatever their status, sorted by id. */
  public List<GrantRecord> grantsOf(EntityId holder) {
    return grantsByHolder.of(holder);
  }

  /** All grants of this template held by this entity, sorted by id. */
  public List<GrantRecord> grantsOf(EntityId holder, String template) {
    return grantsByTemplate.of(new Holding(holder, template, null));
  }

  /**
   * All grants of this template held by this entity that are bound to this resource, sorted by id.
   *
   * @param resource null for those that are bound to none
   */
  public List<GrantRecord> grantsOf(EntityId holder, String template, @Nullable EntityId resource) {
    return grantsByResource.of(new Holding(holder, template, resource));
  }

  /** All grants of this template that this entity asked for, sorted by id. */
  public List<GrantRecord> grantsRequestedBy(EntityId requester, String template) {
    return grantsByRequester.of(new Holding(requester, template, null));
  }

  /** The approval or confirmation with this id, or null. */
  public @Nullable ApprovalRecord approval(String id) {
    return approvals.get(id);
  }

  /** Whether any approval or confirmation was opened at all. */
  public boolean hasApprovals() {
    return !approvals.isEmpty();
  }

  /** All approvals and confirmations of this subject, sorted by id. */
  public List<ApprovalRecord> approvalsOf(String digest) {
    return approvalsByDigest.of(digest);
  }

  /**
   * All approvals or confirmations of one declaration and of requests of this principal on this
   * resource, sorted by id. Those of a request are among them, found without a digest.
   *
   * @param approval the id of the declared approval or confirmation
   */
  public List<ApprovalRecord> approvalsOf(String approval, EntityId principal, EntityId resource) {
    return approvalsByMatter.of(new Matter(approval, principal, resource));
  }

  /**
   * All approvals or confirmations of one declaration and of requests of this principal, sorted by
   * id.
   *
   * @param approval the id of the declared approval or confirmation
   */
  public List<ApprovalRecord> approvalsOf(String approval, EntityId principal) {
    return approvalsByPrincipal.of(new Principal(approval, principal));
  }

  /** All approvals that were opened for the grant with this id, sorted by id. */
  public List<ApprovalRecord> approvalsOfGrant(String grant) {
    return approvalsByGrant.of(grant);
  }

  /** Whether this entity ever opened this approval or confirmation for a request. */
  public boolean isOpenedBy(String approval, EntityId requester) {
    return openers.holds(approval, requester);
  }

  /** Whether this very entity is suspended. */
  public boolean isSuspended(EntityId entity) {
    return suspensions.containsKey(entity);
  }

  /** Whether anything is suspended at all. */
  public boolean hasSuspensions() {
    return !suspensions.isEmpty();
  }

  /** The session with this id, or null. */
  public @Nullable SessionRecord session(String id) {
    return sessions.get(id);
  }

  /** The counter of a limit for a key, or null where nothing was counted. */
  public @Nullable Counter counter(String limit, String key) {
    return counters.get(new CounterKey(limit, key));
  }

  /** All grants, sorted by id. */
  public List<GrantRecord> grants() {
    return sortedBy(grants);
  }

  /** All approvals and confirmations, sorted by id. */
  public List<ApprovalRecord> approvals() {
    return sortedBy(approvals);
  }

  /** All suspensions, sorted by entity. */
  public List<Suspension> suspensions() {
    return sortedBy(suspensions);
  }

  /** All sessions, sorted by id. */
  public List<SessionRecord> sessions() {
    return sortedBy(sessions);
  }

  /** All counters, sorted by limit and key. */
  public List<Counter> counters() {
    return counters.values().stream()
        .sorted(java.util.Comparator.comparing(Counter::limit).thenComparing(Counter::key))
        .toList();
  }

  private static <K extends Comparable<K>, V> List<V> sortedBy(Map<K, V> map) {
    return List.copyOf(new TreeMap<>(map).values());
  }

  /** A builder of an empty state. */
  public static Builder builder() {
    return new Builder(EMPTY);
  }

  /** A builder that starts from this state. */
  public Builder toBuilder() {
    return new Builder(this);
  }

  /**
   * Collects a state. Not thread-safe. A record with an id that is there already replaces the older
   * one.
   */
  public static final class Builder {
    private final AuthoritySnapshot base;
    private long position;
    private long latestMillis;
    private final Map<String, GrantRecord> grants = new HashMap<>();
    private final Map<String, ApprovalRecord> approvals = new HashMap<>();
    private PersistentMap<EntityId, Suspension> suspensions;
    private final Map<String, SessionRecord> sessions = new HashMap<>();
    private final Map<CounterKey, Counter> counters = new HashMap<>();

    private Builder(AuthoritySnapshot base) {
      this.base = base;
      position = base.position;
      latestMillis = base.latestMillis;
      suspensions = base.suspensions;
    }

    /** Sets the position and the instant of the latest event. */
    public Builder at(long position, long latestMillis) {
      this.position = position;
      this.latestMillis = latestMillis;
      return this;
    }

    /** Puts a grant. */
    public Builder put(GrantRecord grant) {
      grants.put(grant.id(), grant);
      return this;
    }

    /** Puts an approval or confirmation. */
    public Builder put(ApprovalRecord approval) {
      approvals.put(approval.id(), approval);
      return this;
    }

    /** Puts a suspension. */
    public Builder put(Suspension suspension) {
      suspensions = suspensions.with(suspension.entity(), suspension);
      return this;
    }

    /** Takes a suspension away. */
    public Builder lift(EntityId entity) {
      suspensions = suspensions.without(entity);
      return this;
    }

    /** Puts a session. */
    public Builder put(SessionRecord session) {
      sessions.put(session.id(), session);
      return this;
    }

    /** Puts a counter. */
    public Builder put(Counter counter) {
      counters.put(new CounterKey(counter.limit(), counter.key()), counter);
      return this;
    }

    /** The state collected so far. */
    public AuthoritySnapshot build() {
      return new AuthoritySnapshot(this);
    }
  }
}
