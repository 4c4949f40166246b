package dev.writ.core.authority;

import dev.writ.core.model.EntityId;
import dev.writ.core.model.InstantValue;
import dev.writ.core.model.IntValue;
import dev.writ.core.model.Json;
import dev.writ.core.model.JsonObject;
import dev.writ.core.model.Value;
import dev.writ.core.model.ValueJson;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Writes authority state as JSON ({@link AuthorityJson}); what is empty is left out. */
final class AuthorityWriter {

  /** The instants that RFC 3339 can write: the years 0000 to 9999. */
  private static final long FIRST = -62_167_219_200_000L;

  private static final long LAST = 253_402_300_799_999L;

  private AuthorityWriter() {}

  static Json write(AuthoritySnapshot state) {
    JsonObject json = Json.object().put("position", state.position());
    json.put("latest", instant(state.latestMillis()));
    putList(json, "grants", state.grants(), AuthorityWriter::grant);
    putList(json, "approvals", state.approvals(), AuthorityWriter::approval);
    putList(json, "suspensions", state.suspensions(), AuthorityWriter::suspension);
    putList(json, "sessions", state.sessions(), AuthorityWriter::session);
    putList(json, "counters", state.counters(), AuthorityWriter::counter);
    return json.build();
  }

  private static Json grant(GrantRecord grant) {
    JsonObject json =
        Json.object()
            .put("id", grant.id())
            .put("template", grant.template())
            .put("holder", entity(grant.holder()))
            .put("requester", entity(grant.requester()))
            .put("origin", entity(grant.origin()))
            .putIfPresent("action", grant.action());
    putMembers(json, "bound", grant.bound());
    json.put("from", instant(grant.fromMillis()))
        .put("until", instant(grant.untilMillis()))
        .putIfPresent("activated", optionalInstant(grant.activatedMillis()))
        .put("status", grant.status().name().toLowerCase(Locale.ROOT));
    putCount(json, "uses", grant.uses());
    putCount(json, "used", grant.used());
    putList(json, "approvals", grant.approvals(), Json::of);
    putList(json, "reviews", grant.reviews(), AuthorityWriter::vote);
    return json.putIfPresent("reviewed", grant.reviewed() ? Json.of(true) : null)
        .putIfPresent("reason", grant.reason())
        .build();
  }

  private static Json approval(ApprovalRecord approval) {
    Claim claim = approval.claim();
    JsonObject json =
        Json.object()
            .put("id", approval.id())
            .put("approval", approval.approval())
            .put("digest", approval.digest())
            .put("requester", entity(approval.requester()))
            .putIfPresent("claim", claim == null ? null : claim(claim))
            .putIfPresent("grant", approval.grant())
            .put("opened", instant(approval.openedMillis()));
    putList(json, "votes", approval.votes(), AuthorityWriter::vote);
    json.putIfPresent("vetoed", optionalInstant(approval.vetoedMillis()));
    putCount(json, "used", approval.used());
    return json.build();
  }

  private static Json claim(Claim claim) {
    JsonObject json = Json.object();
    putList(json, "members", claim.members(), AuthorityWriter::entity);
    json.put("action", claim.action()).put("resource", entity(claim.resource()));
    putMembers(json, "args", claim.args().fields());
    putMembers(json, "facts", claim.facts().fields());
    return json.build();
  }

  private static Json vote(Vote vote) {
    JsonObject json =
        Json.object()
            .put("voter", entity(vote.voter()))
            .put("yes", vote.yes())
            .put("at", instant(vote.atMillis()))
            .putIfPresent("withdrawn", optionalInstant(vote.withdrawnMillis()))
            .put("digest", vote.digest());
    putList(json, "clauses", vote.clauses(), Json::of);
    return json.putIfPresent("reason", vote.reason()).build();
  }

  private static Json suspension(Suspension suspension) {
    return Json.object()
        .put("entity", entity(suspension.entity()))
        .put("by", entity(suspension.by()))
        .put("declaration", suspension.declaration())
        .put("at", instant(suspension.atMillis()))
        .build();
  }

  private static Json session(SessionRecord session) {
    JsonObject json =
        Json.object()
            .put("id", session.id())
            .put("origin", entity(session.origin()))
            .putIfPresent("parent", session.parent());
    putMembers(json, "values", session.values().fields());
    putList(json, "labels", session.labels(), Json::of);
    return json.put("started", instant(session.startedMillis())).build();
  }

  private static Json counter(Counter counter) {
    JsonObject json = Json.object().put("limit", counter.limit()).put("key", counter.key());
    putList(json, "buckets", counter.buckets().entrySet(), AuthorityWriter::bucket);
    return json.build();
  }

  private static Json bucket(Map.Entry<Long, Long> bucket) {
    return Json.object()
        .put("from", instant(bucket.getKey()))
        .put("amount", integer(bucket.getValue()))
        .build();
  }

  private static Json entity(EntityId id) {
    return ValueJson.toJson(id);
  }

  private static Json integer(long value) {
    return ValueJson.toJson(new IntValue(value));
  }

  private static Json instant(long millis) {
    return millis >= FIRST && millis <= LAST
        ? Json.of(new InstantValue(millis).text())
        : integer(millis);
  }

  private static @Nullable Json optionalInstant(@Nullable Long millis) {
    return millis == null ? null : instant(millis);
  }

  private static void putCount(JsonObject json, String name, int count) {
    json.putIfPresent(name, count == 0 ? null : Json.of(count));
  }

  private static void putMembers(JsonObject json, String name, Map<String, Value> values) {
    if (!values.isEmpty()) {
      JsonObject members = Json.object();
      values.forEach((key, value) -> members.put(key, ValueJson.toJson(value)));
      json.put(name, members.build());
    }
  }

  private static <T> void putList(
      JsonObject json, String name, Collection<T> items, Function<T, Json> form) {
    List<Json> list = items.stream().map(form).toList();
    if (!list.isEmpty()) {
      json.put(name, list);
    }
  }
}
