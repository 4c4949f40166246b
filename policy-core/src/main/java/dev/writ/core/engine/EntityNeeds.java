package dev.writ.core.engine;

import dev.writ.core.authority.ApprovalRecord;
import dev.writ.core.authority.AuthoritySnapshot;
import dev.writ.core.authority.GrantRecord;
import dev.writ.core.authority.SessionRecord;
import dev.writ.core.authority.Vote;
import dev.writ.core.ir.Approval;
import dev.writ.core.ir.Expr;
import dev.writ.core.ir.PolicySet;
import dev.writ.core.ir.Slot;
import dev.writ.core.model.BoundRequest;
import dev.writ.core.model.DataLimits;
import dev.writ.core.model.EntityAnswer;
import dev.writ.core.model.EntityId;
import dev.writ.core.model.EntityStore;
import dev.writ.core.model.InvalidRequestException;
import dev.writ.core.model.InvalidValueException;
import dev.writ.core.model.MapValue;
import dev.writ.core.model.RecordValue;
import dev.writ.core.model.Request;
import dev.writ.core.model.RequestBinding;
import dev.writ.core.model.Schema;
import dev.writ.core.model.SetValue;
import dev.writ.core.model.Value;
import dev.writ.core.slice.EntityPath;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Which entities one request can read, as far as the entities known so far tell: those at the ends
 * of the paths of each member's slot, and what they are in.
 */
final class EntityNeeds {

  private final Function<Slot, List<EntityPath>> paths;
  private final PolicySet policies;
  private final Request request;
  private final AuthoritySnapshot state;

  EntityNeeds(
      Function<Slot, List<EntityPath>> paths,
      PolicySet policies,
      Request request,
      AuthoritySnapshot state) {
    this.paths = paths;
    this.policies = policies;
    this.request = request;
    this.state = state;
  }

  /** Loads, level by level, until nothing that can be read is missing. */
  void gather(EntityBatches batches) throws EntityLoadException {
    batches.load(addressed());
    BoundRequest bound = bound(batches.store());
    while (bound != null && batches.load(wanted(bound, batches.store()))) {
      bound = bound(batches.store());
    }
  }

  /** Principal, chain and resource; nobody where a type is not declared: the request is invalid. */
  private Set<EntityId> addressed() {
    Schema schema = policies.schema();
    Set<EntityId> ids = new LinkedHashSet<>();
    try {
      ids.add(schema.qualified(request.principal(), "principal"));
      ids.add(schema.qualified(request.resource(), "resource"));
      for (EntityId member : request.chain()) {
        ids.add(schema.qualified(member, "chain"));
      }
      return ids;
    } catch (InvalidValueException e) {
      return new LinkedHashSet<>();
    }
  }

  /** The request held against what is known, or null where it is invalid. */
  private @Nullable BoundRequest bound(EntityStore store) {
    try {
      return RequestBinding.bind(policies.schema(), store, request, DataLimits.DEFAULT);
    } catch (InvalidRequestException e) {
      return null;
    }
  }

  /** All that the request can read where all of it is known. */
  Set<EntityId> all(BoundRequest bound) {
    Set<EntityId> all = addressed();
    all.addAll(wanted(bound, bound.entities()));
    return all;
  }

  /** The same without what is only read because others are in it. */
  Set<EntityId> ends(BoundRequest bound) {
    Set<EntityId> ends = addressed();
    ends(bound, ends, new LinkedHashSet<>());
    return ends;
  }

  private Set<EntityId> wanted(BoundRequest bound, EntityStore store) {
    Set<EntityId> wanted = new LinkedHashSet<>();
    Set<EntityId> within = new LinkedHashSet<>();
    ends(bound, wanted, within);
    wanted.addAll(withAncestors(within, store));
    return wanted;
  }

  /**
   * Adds the ends of all paths.
   *
   * @param wanted where to
   * @param within where to, those of which is asked what they are in
   */
  private void ends(BoundRequest bound, Set<EntityId> wanted, Set<EntityId> within) {
    List<EntityId> members = bound.members();
    for (int member = 0; member < members.size(); member++) {
      Slot slot =
          new Slot(bound.action().name(), members.get(member).type(), bound.resource().type());
      for (EntityPath path : paths.apply(slot)) {
        Set<EntityId> ends = ends(path, bound, member);
        wanted.addAll(ends);
        if (path.ancestors()) {
          within.addAll(ends);
        }
      }
    }
  }

  /** These entities and all that they are in, as far as that is known. */
  static Set<EntityId> withAncestors(Collection<EntityId> entities, EntityStore store) {
    Set<EntityId> all = new LinkedHashSet<>(entities);
    Deque<EntityId> next = new ArrayDeque<>(all);
    while (!next.isEmpty()) {
      for (EntityId parent : store.parents(next.removeFirst())) {
        if (all.add(parent)) {
          next.addLast(parent);
        }
      }
    }
    return all;
  }

  /** The entities that stand at the end of the path. */
  private Set<EntityId> ends(EntityPath path, BoundRequest bound, int member) {
    List<Value> values = starts(path.start(), bound, member);
    for (String field : path.fields()) {
      List<Value> further = new ArrayList<>();
      values.forEach(value -> addField(value, field, bound.entities(), further));
      values = further;
    }
    Set<EntityId> ends = new LinkedHashSet<>();
    values.forEach(value -> addEntities(value, ends));
    return ends;
  }

  private static void addField(
      Value value, String field, EntityStore entities, List<Value> further) {
    Value found = null;
    if (value instanceof SetValue set) {
      set.elements().forEach(element -> addField(element, field, entities, further));
    } else if (value instanceof EntityId entity) {
      EntityAnswer<RecordValue> answer = entities.attributes(entity);
      found =
          answer instanceof EntityAnswer.Known<RecordValue> known ? known.value().get(field) : null;
    } else if (value instanceof RecordValue fields) {
      found = fields.get(field);
    } else if (value instanceof MapValue tags) {
      found = tags.get(field);
    }
    if (found != null) {
      further.add(found);
    }
  }

  private static void addEntities(Value value, Set<EntityId> entities) {
    if (value instanceof EntityId entity) {
      entities.add(entity);
    } else if (value instanceof SetValue set) {
      set.elements().forEach(element -> addEntities(element, entities));
    }
  }

  private List<Value> starts(Expr start, BoundRequest bound, int member) {
    if (start instanceof Expr.Const constant) {
      return List.of(constant.value());
    }
    return switch (((Expr.Var) start).root()) {
      case PRINCIPAL -> List.of(bound.members().get(member));
      case DELEGATOR -> one(bound.delegatorOf(member));
      case ORIGIN -> List.of(bound.origin());
      case RESOURCE -> List.of(bound.resource());
      case ARGS -> List.of(bound.args());
      case FACTS -> List.of(bound.facts());
      case SESSION -> one(session(bound));
      case APPROVER, REQUESTER -> List.copyOf(people(bound));
    };
  }

  private static List<Value> one(@Nullable Value value) {
    return value == null ? List.of() : List.of(value);
  }

  private @Nullable Value session(BoundRequest bound) {
    String id = bound.session();
    SessionRecord session = id == null ? null : state.session(id);
    return session == null ? null : session.values();
  }

  /** Who asks or may ask, and who asked or voted in what can count for the request. */
  private Set<EntityId> people(BoundRequest bound) {
    Set<EntityId> people = new LinkedHashSet<>(bound.members());
    for (Approval approval : policies.approvals()) {
      state
          .approvalsOf(approval.id(), bound.principal(), bound.resource())
          .forEach(record -> addPeople(record, people));
    }
    for (EntityId member : bound.members()) {
      state.grantsOf(member).forEach(grant -> addPeople(grant, people));
    }
    return people;
  }

  private void addPeople(GrantRecord grant, Set<EntityId> people) {
    people.add(grant.requester());
    people.add(grant.origin());
    grant.reviews().stream().map(Vote::voter).forEach(people::add);
    grant.approvals().stream()
        .map(state::approval)
        .filter(Objects::nonNull)
        .forEach(record -> addPeople(record, people));
  }

  private static void addPeople(ApprovalRecord record, Set<EntityId> people) {
    people.add(record.requester());
    record.votes().stream().map(Vote::voter).forEach(people::add);
  }
}
