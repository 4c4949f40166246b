package dev.writ.core.authority;

import dev.writ.core.model.ActionDef;
import dev.writ.core.model.BoundRequest;
import dev.writ.core.model.Json;
import dev.writ.core.model.JsonObject;
import dev.writ.core.model.RecordValue;
import dev.writ.core.model.Sha256;
import dev.writ.core.model.Type;
import dev.writ.core.model.Value;
import dev.writ.core.model.ValueJson;
import java.util.Map;
import java.util.Set;

/**
 * What an approval or confirmation is for, as a digest: nothing with another digest is approved by
 * it.
 *
 * <p>The digest is the SHA-256 over the canonical JSON of typed values, as {@code sha256:} and 64
 * hexadecimal digits. An instant, a session, a source and an intent are no part of it.
 */
public final class Subject {

  private Subject() {}

  /**
   * The digest of a request: over approval, principal, whole chain, action, resource and all
   * declared args and facts, absent ones included.
   *
   * @param approval the id of the declared approval or confirmation
   * @param ignores what it leaves out, as {@code args.x} and {@code facts.y}
   */
  public static String ofRequest(String approval, BoundRequest request, Set<String> ignores) {
    return ofRequest(approval, request.action(), Claim.of(request), ignores);
  }

  /**
   * The digest of a request as it was told.
   *
   * @param approval the id of the declared approval or confirmation
   * @param action the action of the claim
   * @param ignores what it leaves out, as {@code args.x} and {@code facts.y}
   * @throws IllegalArgumentException if the claim is of another action
   */
  public static String ofRequest(
      String approval, ActionDef action, Claim claim, Set<String> ignores) {
    if (!action.name().equals(claim.action())) {
      throw new IllegalArgumentException(
          "a claim of `" + claim.action() + "` is none of `" + action.name() + "`");
    }
    return Sha256.of(
        Json.object()
            .put("subject", "request")
            .put("approval", approval)
            .put("members", claim.members().stream().map(ValueJson::toDigestJson).toList())
            .put("action", claim.action())
            .put("resource", ValueJson.toDigestJson(claim.resource()))
            .put("args", fields("args.", action.args(), claim.args(), ignores))
            .put("facts", fields("facts.", action.facts(), claim.facts(), ignores))
            .build());
  }

  /** The declared fields that count, those that are absent as null. */
  private static Json fields(
      String prefix, Type.RecordType declared, RecordValue values, Set<String> ignores) {
    JsonObject json = Json.object();
    for (Type.Field field : declared.fields()) {
      if (!ignores.contains(prefix + field.name())) {
        Value value = values.get(field.name());
        json.put(field.name(), value == null ? Json.Null.INSTANCE : ValueJson.toDigestJson(value));
      }
    }
    return json.build();
  }

  /**
   * The digest of a grant: over approval, template, holder, origin, action, the values it binds,
   * from, until and uses as they were asked for. Activating the grant, using it and reviewing it do
   * not change it.
   *
   * @param approval the id of the declared approval
   */
  public static String ofGrant(String approval, GrantRecord grant) {
    String action = grant.action();
    return Sha256.of(
        Json.object()
            .put("subject", "grant")
            .put("approval", approval)
            .put("template", grant.template())
            .put("holder", ValueJson.toDigestJson(grant.holder()))
            .put("origin", ValueJson.toDigestJson(grant.origin()))
            .put("action", action == null ? Json.Null.INSTANCE : Json.of(action))
            .put("bound", bound(grant.bound()))
            .put("from", grant.fromMillis())
            .put("until", grant.untilMillis())
            .put("uses", grant.uses())
            .build());
  }

  private static Json bound(Map<String, Value> values) {
    JsonObject json = Json.object();
    values.forEach((name, value) -> json.put(name, ValueJson.toDigestJson(value)));
    return json.build();
  }
}
