package dev.writ.core.authority;

import dev.writ.core.model.DataLimits;
import dev.writ.core.model.InvalidValueException;
import dev.writ.core.model.Json;
import dev.writ.core.model.Schema;

/**
 * Authority state as JSON.
 *
 * <p>An object with {@code position}, {@code latest}, and the lists {@code grants}, {@code
 * approvals}, {@code suspensions}, {@code sessions} and {@code counters}, each of objects whose
 * members are named like the parts of the records. Instants are strings as in RFC 3339, entities
 * {@code {"type", "id"}}, values as {@link dev.writ.core.model.ValueReader} reads them. What is
 * empty, zero, null or false may be left out.
 */
public final class AuthorityJson {

  private AuthorityJson() {}

  /**
   * Reads a state within the default limits.
   *
   * @param schema what types the fields of sessions and the values of grants and claims
   * @throws InvalidValueException if the JSON is no such state: a name is unknown, a value has the
   *     wrong type, an id stands twice, or names something that is not there
   */
  public static AuthoritySnapshot read(Json json, Schema schema) throws InvalidValueException {
    return read(json, schema, DataLimits.DEFAULT);
  }

  /**
   * Reads a state.
   *
   * @param schema what types the fields of sessions and the values of grants and claims
   * @throws InvalidValueException as {@link #read(Json, Schema)}, or if a value passes a limit
   */
  public static AuthoritySnapshot read(Json json, Schema schema, DataLimits limits)
      throws InvalidValueException {
    return new AuthorityReader(schema, limits).read(json);
  }

  /** The object that {@link #read(Json, Schema)} reads; lists are sorted by id. */
  public static Json write(AuthoritySnapshot state) {
    return AuthorityWriter.write(state);
  }
}
