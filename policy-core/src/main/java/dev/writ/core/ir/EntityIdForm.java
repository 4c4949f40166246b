package dev.writ.core.ir;

import dev.writ.core.model.EntityId;
import dev.writ.core.model.Json;
import org.jspecify.annotations.Nullable;

/** The JSON form of the identity of an entity: its type and its id. */
final class EntityIdForm implements JsonForm {
  static final String KIND = "entityId";

  private final RecordForm parts;

  /** What an identity consists of. */
  record Parts(String type, String id) {
    static Parts of(EntityId id) {
      return new Parts(id.type(), id.id());
    }

    /**
     * @throws IllegalArgumentException if both are no identity
     */
    public Parts {
      EntityId.of(type, id);
    }
  }

  /**
   * @param kind what {@code kind} says where it is one of several, else null
   */
  EntityIdForm(@Nullable String kind, JsonForms forms) {
    this.parts = new RecordForm(Parts.class, kind, forms);
  }

  @Override
  public Json write(Object value) {
    return parts.write(Parts.of((EntityId) value));
  }

  @Override
  public Object read(Json json, JsonPlace place) {
    Parts read = (Parts) parts.read(json, place);
    return EntityId.of(read.type(), read.id());
  }
}
