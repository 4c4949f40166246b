package dev.writ.examples.agentpolicies;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.writ.core.authority.ApprovalRecord;
import dev.writ.core.authority.AuthorityJson;
import dev.writ.core.authority.AuthoritySnapshot;
import dev.writ.core.decision.Decision;
import dev.writ.core.engine.PolicyEngine;
import dev.writ.core.ir.PolicySet;
import dev.writ.core.model.Entities;
import dev.writ.core.model.Entity;
import dev.writ.core.model.EntityId;
import dev.writ.core.model.InvalidValueException;
import dev.writ.core.model.JsonException;
import dev.writ.core.model.JsonReader;
import dev.writ.core.model.Request;
import dev.writ.core.reference.Ballot;
import java.time.Instant;

/**
 * A scenario of the source, decided by policies of ours. What the source's caller says of a session
 * is here what the engine knows: roles are groups, the hour is the clock's, a count is in the
 * authority state, a consent is a confirmation of the request.
 */
record SourceScenario(PolicySet policies) {

  private static final EntityId SERVER = EntityId.of("Server", "mcp");
  private static final EntityId AGENT = EntityId.of("Agent", "assistant");

  /** What is decided for a request of the source. */
  Decision decide(JsonNode source) throws JsonException, InvalidValueException {
    EntityId user = EntityId.of("User", source.at("/principal/id").textValue());
    JsonNode session = source.at("/context/session");
    Instant now = Instant.parse("2026-03-02T00:30:00Z").plusSeconds(hour(session) * 3600L);
    try (PolicyEngine engine =
        PolicyEngine.builder(policies)
            .entities(Entities.of(user(user, source.get("roles")), Entity.of(AGENT)))
            .authority(state(user, session, now.minusSeconds(600)))
            .clock(() -> now)
            .build()) {
      Request request = request(user, source);
      if (session.path("user_consent").booleanValue()) {
        saysYes(engine, request, user);
      }
      return engine.authorize(request);
    }
  }

  private static int hour(JsonNode session) {
    return session.path("hour_utc").asInt(12);
  }

  private static Entity user(EntityId id, JsonNode roles) {
    Entity user = Entity.of(id);
    for (JsonNode role : roles) {
      user = user.in(EntityId.of("Role", role.textValue()));
    }
    return user;
  }

  private AuthoritySnapshot state(EntityId user, JsonNode session, Instant started)
      throws JsonException, InvalidValueException {
    ObjectNode state = JsonNodeFactory.instance.objectNode();
    ObjectNode run = state.putArray("sessions").addObject().put("id", "run");
    run.putObject("origin").put("type", "User").put("id", user.id());
    run.put("started", started.toString());
    if (session.has("environment")) {
      run.putObject("values").set("environment", session.get("environment"));
    }
    if (session.has("call_count_send_email")) {
      ObjectNode counter = state.putArray("counters").addObject();
      counter.put("limit", "tools/mails of a session").put("key", "run");
      ObjectNode bucket = counter.putArray("buckets").addObject().put("from", started.toString());
      bucket.set("amount", session.get("call_count_send_email"));
    }
    return AuthorityJson.read(JsonReader.read(state.toString()), policies.schema());
  }

  private Request request(EntityId user, JsonNode source) {
    boolean byAgent = policies.schema().entityTypes().containsKey("tools.Agent");
    Request request = Request.of(byAgent ? AGENT : user, source.get("action").textValue(), SERVER);
    for (var input : source.at("/context/input").properties()) {
      request = request.arg(input.getKey(), input.getValue().textValue());
    }
    return (byAgent ? request.onBehalfOf(user) : request).session("run");
  }

  private static void saysYes(PolicyEngine engine, Request request, EntityId user) {
    ApprovalRecord opened =
        engine.commands().open("tools.say_yes", request, AGENT).orThrow().value();
    engine.commands().vote(opened.id(), new Ballot(user, true, opened.digest(), "yes")).orThrow();
  }
}
