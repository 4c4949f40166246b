package dev.writ.core.model;

import dev.writ.core.persistent.PersistentMap;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The name of a version of the entities: given, or their hash, computed when first asked for. After
 * a change the hash costs what changed and its neighbours.
 */
final class EntityVersion implements Supplier<String> {

  private final PersistentMap<EntityId, EntityNode> nodes;
  private final @Nullable String given;
  private volatile @Nullable String text;

  EntityVersion(PersistentMap<EntityId, EntityNode> nodes, @Nullable String given) {
    this.nodes = nodes;
    this.given = given;
    this.text = given;
  }

  /** What the caller called it, or null. */
  @Nullable String given() {
    return given;
  }

  @Override
  public String get() {
    String known = text;
    if (known == null) {
      known = hash();
      text = known;
    }
    return known;
  }

  private String hash() {
    return "sha256:" + HexFormat.of().formatHex(nodes.digest(EntityVersion::digest));
  }

  private static byte[] digest(EntityId id, EntityNode node) {
    return Sha256.bytes(JsonWriter.canonical(json(id, node)).getBytes(StandardCharsets.UTF_8));
  }

  private static Json json(EntityId id, EntityNode node) {
    JsonObject json = Json.object().put("uid", ValueJson.toJson(id));
    return node.attributes()
        .fold(
            attributes ->
                json.put("attrs", ValueJson.toDigestJson(attributes))
                    .put("parents", node.parents().stream().map(ValueJson::toJson).toList()),
            problem -> json.put("broken", problem.detail()))
        .build();
  }
}
