package dev.writ.examples.toolcalls;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the bank's and the office's own systems tell a policy: entities, and the session that the
 * assistant runs in.
 */
final class World {

  /** When all calls are decided. */
  static final String AT = "2024-05-15T09:00:00Z";

  static final String SESSION = "assistant-session";

  private World() {}

  static ObjectNode user() {
    return id("User", "user");
  }

  static ObjectNode agent() {
    return id("Agent", "assistant");
  }

  /** The entities of a suite, in the JSON of the command line. */
  static ArrayNode entities(Suite suite) {
    ArrayNode entities = Suite.JSON.createArrayNode();
    entity(entities, user());
    entity(entities, agent());
    if (suite.name().equals("banking")) {
      ObjectNode account = entity(entities, id("Account", "account"));
      account.put("holder", "user");
      list(account, "payees", payees(suite.environment().get("bank_account")));
    } else {
      ObjectNode mailbox = entity(entities, id("Mailbox", "mailbox"));
      mailbox.put("owner", "user");
      list(mailbox, "circle", circle(suite.environment()));
    }
    return entities;
  }

  /** The state of authority: one session of the user, about the one account or mailbox. */
  static ObjectNode authority(Suite suite) {
    ObjectNode state = Suite.JSON.createObjectNode();
    state.put("position", 1).put("latest", AT);
    ObjectNode session = state.putArray("sessions").addObject();
    session.put("id", SESSION).put("started", AT).set("origin", user());
    String field = suite.name().equals("banking") ? "account" : "mailbox";
    session.putObject("values").put(field, field);
    return state;
  }

  /** Whom the account paid, or pays by a standing order. */
  private static Set<String> payees(JsonNode account) {
    Set<String> payees = new TreeSet<>();
    for (String list : new String[] {"transactions", "scheduled_transactions"}) {
      account.get(list).forEach(payment -> payees.add(payment.get("recipient").asText()));
    }
    payees.remove("me");
    payees.remove(account.get("iban").asText());
    return payees;
  }

  /** To whom the user wrote, and whom the user meets. */
  private static Set<String> circle(JsonNode environment) {
    JsonNode inbox = environment.get("inbox");
    String self = inbox.get("account_email").asText();
    Set<String> circle = new TreeSet<>();
    for (JsonNode mail : inbox.get("emails")) {
      if (mail.get("sender").asText().equals(self)) {
        for (String field : new String[] {"recipients", "cc", "bcc"}) {
          mail.get(field).forEach(address -> circle.add(address.asText()));
        }
      }
    }
    for (JsonNode event : environment.get("calendar").get("events")) {
      Set<String> present = new TreeSet<>();
      event.get("participants").forEach(address -> present.add(address.asText()));
      if (present.contains(self)) {
        circle.addAll(present);
      }
    }
    return circle;
  }

  private static ObjectNode entity(ArrayNode entities, ObjectNode uid) {
    ObjectNode entity = entities.addObject();
    entity.set("uid", uid);
    ObjectNode attributes = entity.putObject("attrs");
    entity.putArray("parents");
    return attributes;
  }

  private static void list(ObjectNode attributes, String name, Collection<String> values) {
    ArrayNode list = attributes.putArray(name);
    values.forEach(list::add);
  }

  private static ObjectNode id(String type, String id) {
    return Suite.JSON.createObjectNode().put("type", type).put("id", id);
  }
}
