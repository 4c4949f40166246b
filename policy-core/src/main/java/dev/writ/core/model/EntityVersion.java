package dev.writ.core.model;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The name of a version of the entities; their hash is computed once, when first asked for. */
final class EntityVersion {

  private final Map<EntityId, EntityNode> nodes;
  private volatile @Nullable String text;

  EntityVersion(Map<EntityId, EntityNode> nodes, @Nullable String given) {
    this.nodes = nodes;
    this.text = given;
  }

  String text() {
    String known = text;
    if (known == null) {
      known = hash();
      text = known;
    }
    return known;
  }

  private String hash() {
    Sha256 hash = new Sha256();
    new TreeMap<>(nodes)
        .forEach((id, node) -> hash.add(JsonWriter.canonical(json(id, node))).add("\n"));
    return hash.text();
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
