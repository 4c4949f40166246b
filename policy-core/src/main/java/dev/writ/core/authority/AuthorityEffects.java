package dev.writ.core.authority;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What an authorised request changes in the state of authority: one use of what it spends, the
 * counters of its limits as they are afterwards, and the labels it earns, which are its session's
 * parents' too.
 *
 * <p>Immutable, thread-safe.
 *
 * @param spending what it uses up
 * @param counters the counters that change, as they are afterwards
 * @param session the id of its session, or null
 * @param labels the labels it earns
 */
public record AuthorityEffects(
    Spending spending, List<Counter> counters, @Nullable String session, SortedSet<String> labels) {

  /** What a request without consequences changes. */
  public static final AuthorityEffects NONE =
      new AuthorityEffects(Spending.NOTHING, List.of(), null, new TreeSet<>());

  public AuthorityEffects {
    Objects.requireNonNull(spending, "spending");
    counters = List.copyOf(counters);
    labels = Collections.unmodifiableSortedSet(new TreeSet<>(labels));
  }

  /** Whether nothing changes in this state: nothing is spent, counted or labelled. */
  public boolean changesNothing(AuthoritySnapshot state) {
    return spending.isNothing()
        && counters.isEmpty()
        && carriers(state).stream().allMatch(carrier -> carrier.labels().containsAll(labels));
  }

  /**
   * The state after the request.
   *
   * @param state the state it was decided against
   * @param nowMillis the instant of the decision, epoch milliseconds
   * @throws IllegalArgumentException if it spends what the state does not have
   */
  public AuthoritySnapshot applyTo(AuthoritySnapshot state, long nowMillis) {
    AuthoritySnapshot.Builder next =
        state.toBuilder().at(state.position() + 1, Math.max(state.latestMillis(), nowMillis));
    spending.grants().forEach(id -> next.put(found(state.grant(id), id).spent()));
    spending.approvals().forEach(id -> next.put(found(state.approval(id), id).spent()));
    spending.confirmations().forEach(id -> next.put(found(state.approval(id), id).spent()));
    counters.forEach(next::put);
    carriers(state).forEach(carrier -> next.put(carrier.labelled(labels)));
    return next.build();
  }

  private static <T> T found(@Nullable T record, String id) {
    if (record == null) {
      throw new IllegalArgumentException("the state has no `" + id + "` to spend");
    }
    return record;
  }

  /** The session and its parents, each once. */
  private List<SessionRecord> carriers(AuthoritySnapshot state) {
    List<SessionRecord> carriers = new ArrayList<>();
    SessionRecord carrier = session == null ? null : state.session(session);
    while (carrier != null && !carriers.contains(carrier)) {
      carriers.add(carrier);
      carrier = carrier.parent() == null ? null : state.session(carrier.parent());
    }
    return labels.isEmpty() ? List.of() : carriers;
  }
}
