package dev.writ.core.authority;

import dev.writ.core.model.EntityId;
import dev.writ.core.model.RecordValue;
import java.util.Collections;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A session: one piece of work of one origin.
 *
 * @param id unique in the snapshot
 * @param origin the one origin whose requests may be made in it
 * @param parent the session it was started in, or null; a label it earns is its parents' too
 * @param values the declared fields
 * @param labels the labels it carries
 * @param startedMillis since when, epoch milliseconds
 */
public record SessionRecord(
    String id,
    EntityId origin,
    @Nullable String parent,
    RecordValue values,
    SortedSet<String> labels,
    long startedMillis) {
  public SessionRecord {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(origin, "origin");
    Objects.requireNonNull(values, "values");
    labels = Collections.unmodifiableSortedSet(new TreeSet<>(labels));
  }

  /** The same with these labels added to its own. */
  public SessionRecord labelled(SortedSet<String> added) {
    SortedSet<String> all = new TreeSet<>(labels);
    all.addAll(added);
    return new SessionRecord(id, origin, parent, values, all, startedMillis);
  }
}
