package dev.writ.dsl.lint;

import dev.writ.core.authority.AuthoritySnapshot;
import dev.writ.core.decision.Effect;
import dev.writ.core.ir.PolicySet;
import dev.writ.core.model.ActionDef;
import dev.writ.core.model.DataLimits;
import dev.writ.core.model.Entities;
import dev.writ.core.model.Entity;
import dev.writ.core.model.EntityId;
import dev.writ.core.model.EntityStore;
import dev.writ.core.model.EntityTypeDef;
import dev.writ.core.model.Request;
import dev.writ.core.model.Type;
import dev.writ.core.reference.Circumstances;
import dev.writ.core.reference.Reference;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * Requests in worlds made up for a policy set, the same for the same seed. Fields that may be
 * absent are absent every other time, and the values are few, so that conditions often hold.
 */
final class SampleDecisions {
  private static final List<String> IDS = List.of("ann", "bo", "a");
  private static final List<String> TEXTS =
      List.of("dev", "price", "OPS-1", "x@example.com", "y@example.org");

  private final PolicySet made;
  private final Random random;

  private SampleDecisions(PolicySet made, long seed) {
    this.made = made;
    this.random = new Random(seed);
  }

  /** A world and a request in it. */
  record Sample(Entities entities, Request request) {

    /** Whether a set permits it. */
    boolean permitted(PolicySet policies) {
      Circumstances circumstances =
          new Circumstances(
              EntityStore.bind(policies.schema(), entities),
              AuthoritySnapshot.EMPTY,
              1_000,
              0,
              Circumstances.Health.GOOD);
      return new Reference(policies)
              .assess(request, circumstances, DataLimits.DEFAULT)
              .verdict()
              .effect()
          == Effect.PERMIT;
    }
  }

  /** So many samples for the schema of a set. */
  static List<Sample> of(PolicySet policies, int count) {
    List<Sample> samples = new ArrayList<>();
    for (int seed = 0; seed < count; seed++) {
      samples.add(new SampleDecisions(policies, seed).sample());
    }
    return samples;
  }

  private Sample sample() {
    List<Entity> entities = new ArrayList<>();
    for (EntityTypeDef type : made.schema().entityTypes().values()) {
      IDS.forEach(id -> entities.add(entity(type, id)));
    }
    ActionDef action = pick(List.copyOf(made.schema().actions().values()));
    Request request =
        Request.of(
            EntityId.of(pick(List.copyOf(action.principalTypes())), pick(IDS)),
            action.name(),
            EntityId.of(pick(List.copyOf(action.resourceTypes())), pick(IDS)));
    for (Map.Entry<String, Object> arg : record(action.args()).entrySet()) {
      request = request.arg(arg.getKey(), arg.getValue());
    }
    return new Sample(Entities.of(entities), request);
  }

  private Entity entity(EntityTypeDef type, String id) {
    Entity entity = Entity.of(type.name(), id);
    for (Map.Entry<String, Object> attribute : record(type.attributes()).entrySet()) {
      entity = entity.with(attribute.getKey(), attribute.getValue());
    }
    for (String parent : type.parentTypes()) {
      if (!parent.equals(type.name()) && random.nextBoolean()) {
        entity = entity.in(EntityId.of(parent, pick(IDS)));
      }
    }
    return entity;
  }

  private Map<String, Object> record(Type.RecordType type) {
    Map<String, Object> fields = new LinkedHashMap<>();
    for (Type.Field field : type.fields()) {
      if (!field.optional() || random.nextBoolean()) {
        fields.put(field.name(), field.type().accept(new Value()));
      }
    }
    return fields;
  }

  private <T> T pick(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }

  /** Makes a value of a type. */
  private final class Value implements Type.Visitor<Object> {
    @Override
    public Object visitScalar(Type.Scalar type) {
      return switch (type) {
        case BOOL -> random.nextInt(4) > 0;
        case INT -> 7 + random.nextInt(3);
        case STRING -> pick(TEXTS);
        default -> throw new IllegalArgumentException("no sample of " + type);
      };
    }

    @Override
    public Object visitPath(Type.PathType type) {
      return "/srv";
    }

    @Override
    public Object visitEnum(Type.EnumType type) {
      return pick(type.enumerators()).spelling();
    }

    @Override
    public Object visitEntity(Type.EntityType type) {
      return EntityId.of(pick(List.copyOf(type.types())), pick(IDS));
    }

    @Override
    public Object visitSet(Type.SetType type) {
      Set<Object> elements = new LinkedHashSet<>();
      int size = type.min() + random.nextInt(2);
      for (int i = 0; i < size; i++) {
        elements.add(type.element().accept(this));
      }
      return elements;
    }

    @Override
    public Object visitRecord(Type.RecordType type) {
      return record(type);
    }

    @Override
    public Object visitMap(Type.MapType type) {
      return random.nextBoolean() ? Map.of() : Map.of("env", type.value().accept(this));
    }
  }
}
