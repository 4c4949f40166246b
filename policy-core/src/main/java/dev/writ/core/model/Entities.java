package dev.writ.core.model;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Entities as their owners tell them, each once: not yet held against a schema ({@link
 * EntityStore#bind}).
 *
 * <p>Immutable, thread-safe. The JSON is an array of {@code {"uid": {"type", "id"}, "attrs": {},
 * "parents": []}}; it is read item by item, so its length is not limited.
 */
public final class Entities {

  /** No entities. */
  public static final Entities NONE = of();

  private final Map<EntityId, Entity> byId;

  private Entities(Map<EntityId, Entity> byId) {
    this.byId = byId;
  }

  /**
   * These entities.
   *
   * @throws IllegalArgumentException if one stands twice
   */
  public static Entities of(Entity... entities) {
    return of(List.of(entities));
  }

  /**
   * These entities.
   *
   * @throws IllegalArgumentException if one stands twice
   */
  public static Entities of(Collection<Entity> entities) {
    Map<EntityId, Entity> byId = new LinkedHashMap<>();
    for (Entity entity : entities) {
      if (byId.put(entity.uid(), entity) != null) {
        throw new IllegalArgumentException("entity " + twice(entity.uid()));
      }
    }
    return new Entities(byId);
  }

  /**
   * Reads a file of JSON, in UTF-8.
   *
   * @throws JsonException if it is not JSON of that shape, or an entity stands twice
   * @throws IOException if the file cannot be read
   */
  public static Entities readJson(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return readJson(in);
    }
  }

  /**
   * Reads JSON in UTF-8 to its end. The stream is closed.
   *
   * @throws JsonException if it is not JSON of that shape, or an entity stands twice
   * @throws IOException if the stream fails
   */
  public static Entities readJson(InputStream utf8) throws IOException {
    return read(
        new BufferedReader(new InputStreamReader(utf8, StandardCharsets.UTF_8.newDecoder())));
  }

  /**
   * Reads JSON.
   *
   * @throws JsonException if it is not JSON of that shape, or an entity stands twice
   */
  public static Entities readJson(String json) throws JsonException {
    try {
      return read(new StringReader(json));
    } catch (JsonException e) {
      throw e;
    } catch (IOException e) {
      throw new AssertionError("a string cannot fail to be read", e);
    }
  }

  private static Entities read(Reader reader) throws IOException {
    Map<EntityId, Entity> byId = new LinkedHashMap<>();
    JsonLimits limits = JsonLimits.DEFAULT;
    try (JsonSource source = new JsonSource(JsonSource.factory(limits), reader, limits)) {
      source.readItems((json, line, column) -> add(byId, json, line, column));
    }
    return new Entities(byId);
  }

  private static void add(Map<EntityId, Entity> byId, Json json, int line, int column)
      throws JsonException {
    String place = "[" + byId.size() + "]";
    Entity entity;
    try {
      entity = Entity.fromJson(json, place);
    } catch (InvalidValueException e) {
      throw new JsonException(line, column, e.getMessage());
    }
    if (byId.put(entity.uid(), entity) != null) {
      throw new JsonException(line, column, place + ": entity " + twice(entity.uid()));
    }
  }

  private static String twice(EntityId uid) {
    return Shown.text(uid.toString()) + " stands twice: leave one out";
  }

  /** All of them, by the id they are told with. */
  Map<EntityId, Entity> byId() {
    return byId;
  }

  /** All of them, in order. */
  public Collection<Entity> all() {
    return Collections.unmodifiableCollection(byId.values());
  }

  /** The array that {@link #readJson(String)} reads. */
  public Json toJson() {
    return Json.array(byId.values().stream().map(Entity::toJson).toList());
  }
}
