package dev.writ.core.authority;

import dev.writ.core.model.EntityId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The authority state at one position: everything that changes at run time and that a decision
 * reads.
 *
 * <p>Immutable, thread-safe.
 */
public final class AuthoritySnapshot {

  /** The state in which nothing was granted, approved, suspended or counted. */
  public static final AuthoritySnapshot EMPTY = builder().build();

  private final long position;
  private final long latestMillis;
  private final Map<String, GrantRecord> grants;
  private final Map<EntityId, List<GrantRecord>> grantsByHolder;
  private final Map<String, ApprovalRecord> approvals;
  private final Map<String, List<ApprovalRecord>> approvalsByDigest;
  private final Map<String, Set<EntityId>> requesters;
  private final Map<EntityId, Suspension> suspensions;
  private final Map<String, SessionRecord> sessions;
  private final Map<CounterKey, Counter> counters;

  private AuthoritySnapshot(Builder builder) {
    position = builder.position;
    latestMillis = builder.latestMillis;
    grants = Map.copyOf(builder.grants);
    grantsByHolder = grouped(builder.grants.values(), GrantRecord::holder);
    approvals = Map.copyOf(builder.approvals);
    approvalsByDigest = grouped(builder.approvals.values(), ApprovalRecord::digest);
    requesters =
        builder.approvals.values().stream()
            .filter(record -> record.grant() == null)
            .collect(
                Collectors.groupingBy(
                    ApprovalRecord::approval,
                    Collectors.mapping(ApprovalRecord::requester, Collectors.toUnmodifiableSet())));
    suspensions = Map.copyOf(builder.suspensions);
    sessions = Map.copyOf(builder.sessions);
    counters = Map.copyOf(builder.counters);
  }

  private record CounterKey(String limit, String key) {}

  private static <K, V> Map<K, List<V>> grouped(Collection<V> values, Function<V, K> key) {
    return values.stream().collect(Collectors.groupingBy(key, Collectors.toUnmodifiableList()));
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
    return grantsByHolder.getOrDefault(holder, List.of());
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
    return approvalsByDigest.getOrDefault(digest, List.of());
  }

  /** Whether this entity ever opened this approval or confirmation for a request. */
  public boolean isOpenedBy(String approval, EntityId requester) {
    return requesters.getOrDefault(approval, Set.of()).contains(requester);
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
    return new Builder();
  }

  /** A builder that starts from this state. */
  public Builder toBuilder() {
    Builder builder = new Builder();
    builder.position = position;
    builder.latestMillis = latestMillis;
    builder.grants.putAll(grants);
    builder.approvals.putAll(approvals);
    builder.suspensions.putAll(suspensions);
    builder.sessions.putAll(sessions);
    builder.counters.putAll(counters);
    return builder;
  }

  /**
   * Collects a state. Not thread-safe. A record with an id that is there already replaces the older
   * one.
   */
  public static final class Builder {
    private long position;
    private long latestMillis;
    private final Map<String, GrantRecord> grants = new TreeMap<>();
    private final Map<String, ApprovalRecord> approvals = new TreeMap<>();
    private final Map<EntityId, Suspension> suspensions = new TreeMap<>();
    private final Map<String, SessionRecord> sessions = new TreeMap<>();
    private final Map<CounterKey, Counter> counters = new HashMap<>();

    private Builder() {}

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
      suspensions.put(suspension.entity(), suspension);
      return this;
    }

    /** Takes a suspension away. */
    public Builder lift(EntityId entity) {
      suspensions.remove(entity);
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
