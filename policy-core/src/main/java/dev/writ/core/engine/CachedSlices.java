package dev.writ.core.engine;

import dev.writ.core.cache.Gauge;
import dev.writ.core.cache.Projection;
import dev.writ.core.ir.Approval;
import dev.writ.core.ir.GrantTemplate;
import dev.writ.core.ir.PolicySet;
import dev.writ.core.ir.Slot;
import dev.writ.core.model.BoundRequest;
import dev.writ.core.model.EntityId;
import dev.writ.core.model.Request;
import dev.writ.core.slice.EntityPath;
import dev.writ.core.slice.EntityPaths;
import dev.writ.core.slice.RequestFields;
import dev.writ.core.slice.Slice;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The slices of one program as the cache sees them, and what the requests of each can read, worked
 * out when first needed. Thread-safe.
 */
final class CachedSlices {
  private final PolicySet policies;
  private final Map<Slot, CachedSlice> bySlot = new TreeMap<>();
  private final Map<String, GrantTemplate> templates = new HashMap<>();
  private final List<String> approvals;
  private final Map<Slot, RequestFields> fields = new ConcurrentHashMap<>();
  private final Map<Slot, List<EntityPath>> paths = new ConcurrentHashMap<>();
  private final Map<Head, Projection> projections = new ConcurrentHashMap<>();

  /** What requests with one projection have in common. */
  private record Head(String action, String resourceType) {}

  CachedSlices(PolicySet policies, Collection<Slice> slices, Supplier<Gauge> gauges) {
    this.policies = policies;
    slices.forEach(slice -> bySlot.put(slice.slot(), new CachedSlice(slice, gauges.get())));
    policies.grants().forEach(template -> templates.put(template.id(), template));
    approvals = policies.approvals().stream().map(Approval::id).toList();
  }

  PolicySet policies() {
    return policies;
  }

  /** The ids of all approvals and confirmations. */
  List<String> approvals() {
    return approvals;
  }

  /** The template of this id, or null. */
  @Nullable GrantTemplate template(String id) {
    return templates.get(id);
  }

  private @Nullable CachedSlice at(BoundRequest request, EntityId member) {
    return bySlot.get(new Slot(request.action().name(), member.type(), request.resource().type()));
  }

  /**
   * The slice of the principal, or null where the verdicts of such requests are never kept: they
   * bring entities, or a slice of a member is left out.
   */
  @Nullable CachedSlice of(Request made, BoundRequest request) {
    if (!made.inline().isEmpty()) {
      return null;
    }
    for (EntityId member : request.chain()) {
      CachedSlice slice = at(request, member);
      if (slice == null || slice.isNeverKept()) {
        return null;
      }
    }
    CachedSlice slice = at(request, request.principal());
    return slice == null || slice.isNeverKept() ? null : slice;
  }

  /** What tells requests of this action on such a resource apart, whoever makes them. */
  Projection projection(BoundRequest request) {
    Head head = new Head(request.action().name(), request.resource().type());
    Projection known = projections.get(head);
    return known == null ? projections.computeIfAbsent(head, this::projected) : known;
  }

  private Projection projected(Head head) {
    SortedSet<String> args = new TreeSet<>();
    SortedSet<String> facts = new TreeSet<>();
    SortedSet<String> sources = new TreeSet<>();
    for (Slot slot : bySlot.keySet()) {
      if (slot.action().equals(head.action()) && slot.resourceType().equals(head.resourceType())) {
        RequestFields read = fields(slot);
        args.addAll(read.args());
        facts.addAll(read.facts());
        sources.addAll(read.sources());
      }
    }
    return new Projection(args, facts, sources);
  }

  /** Whether a decision of such a request can read the instant. */
  boolean readsInstant(BoundRequest request) {
    return request.members().stream()
        .anyMatch(
            member ->
                fields(new Slot(request.action().name(), member.type(), request.resource().type()))
                    .instant());
  }

  private RequestFields fields(Slot slot) {
    return fields.computeIfAbsent(slot, s -> RequestFields.of(policies, slice(s)));
  }

  /** What of the entities a decision of the slot can read. */
  List<EntityPath> paths(Slot slot) {
    return paths.computeIfAbsent(slot, s -> EntityPaths.of(policies, slice(s)));
  }

  private Slice slice(Slot slot) {
    CachedSlice slice = bySlot.get(slot);
    if (slice == null) {
      throw new IllegalArgumentException("the schema declares no " + slot);
    }
    return slice.slice();
  }

  Stream<CacheCounts> counts() {
    return bySlot.values().stream().map(slice -> slice.counts);
  }

  List<CacheStatistics.SliceStatistics> read() {
    List<CacheStatistics.SliceStatistics> all = new ArrayList<>();
    bySlot.values().forEach(slice -> all.add(slice.read()));
    return all;
  }
}
