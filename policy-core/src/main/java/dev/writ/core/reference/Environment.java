package dev.writ.core.reference;

import dev.writ.core.authority.SessionRecord;
import dev.writ.core.model.EntityId;
import dev.writ.core.model.RecordValue;
import dev.writ.core.model.Value;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the words of an expression stand for: one member's view R(i) of a request.
 *
 * <p>Immutable. On R(i) {@code principal} is member i and {@code delegator} member i + 1; {@code
 * origin}, the resource, args, facts and the session are the same on all.
 *
 * @param members the principal and its chain, nearest first
 * @param self the member whose view this is
 * @param resource what is acted on, or null where a grant that leaves it open is judged
 * @param args what the principal chose
 * @param facts what the enforcement point knows
 * @param session the session, or null
 * @param sources where the arguments came from
 * @param approver the voter, inside an approval's clause; else null
 * @param requester who asks or opened; null outside approvals and grants
 * @param locals the variables of the quantifiers around
 */
record Environment(
    List<EntityId> members,
    int self,
    @Nullable EntityId resource,
    RecordValue args,
    RecordValue facts,
    @Nullable SessionRecord session,
    ArgumentSources sources,
    @Nullable EntityId approver,
    @Nullable EntityId requester,
    Map<String, Value> locals) {

  Environment {
    members = List.copyOf(members);
    Objects.checkIndex(self, members.size());
    Objects.requireNonNull(args, "args");
    Objects.requireNonNull(facts, "facts");
    Objects.requireNonNull(sources, "sources");
    locals = Map.copyOf(locals);
  }

  EntityId principal() {
    return members.get(self);
  }

  @Nullable EntityId delegator() {
    return self + 1 < members.size() ? members.get(self + 1) : null;
  }

  EntityId origin() {
    return members.get(members.size() - 1);
  }

  /** The view of another member. */
  Environment of(int member) {
    return new Environment(
        members, member, resource, args, facts, session, sources, approver, requester, locals);
  }

  /** The same with a variable bound. */
  Environment with(String local, Value value) {
    Map<String, Value> bound = new TreeMap<>(locals);
    bound.put(local, value);
    return new Environment(
        members, self, resource, args, facts, session, sources, approver, requester, bound);
  }

  /** The same with {@code approver} and {@code requester} bound, or not where null. */
  Environment with(@Nullable EntityId newApprover, @Nullable EntityId newRequester) {
    return new Environment(
        members, self, resource, args, facts, session, sources, newApprover, newRequester, locals);
  }
}
