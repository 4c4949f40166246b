package dev.writ.core.authzen;

import dev.writ.core.model.EntityId;
import dev.writ.core.model.Json;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The subject or the resource of an evaluation.
 *
 * @param id who or what
 * @param properties what the call tells of it, or null where it tells nothing
 */
record Party(EntityId id, @Nullable Map<String, Json> properties) {

  static Party of(CallFields fields) throws CallException {
    EntityId id = EntityId.of(fields.string("type"), fields.string("id"));
    return new Party(id, fields.has("properties") ? fields.optionalMembers("properties") : null);
  }
}
