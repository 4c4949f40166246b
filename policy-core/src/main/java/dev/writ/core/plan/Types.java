package dev.writ.core.plan;

import dev.writ.core.ir.Expr;
import dev.writ.core.ir.Slot;
import dev.writ.core.model.ActionDef;
import dev.writ.core.model.BoolValue;
import dev.writ.core.model.CidrValue;
import dev.writ.core.model.CommandValue;
import dev.writ.core.model.DecimalValue;
import dev.writ.core.model.DurationValue;
import dev.writ.core.model.EntityId;
import dev.writ.core.model.EntityTypeDef;
import dev.writ.core.model.EnumValue;
import dev.writ.core.model.InstantValue;
import dev.writ.core.model.IntValue;
import dev.writ.core.model.IpValue;
import dev.writ.core.model.PathValue;
import dev.writ.core.model.Schema;
import dev.writ.core.model.SetValue;
import dev.writ.core.model.StringValue;
import dev.writ.core.model.Type;
import dev.writ.core.model.UrlValue;
import dev.writ.core.model.Value;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * The types of what a slice reads, as far as they are certain; where they are not the answer is
 * null, and whoever asks must reckon with any value.
 */
final class Types {
  private final Schema schema;
  private final @Nullable Slot slot;
  private final @Nullable ActionDef action;

  private final boolean openResource;

  Types(Schema schema, Slot slot) {
    this(schema, slot, false);
  }

  private Types(Schema schema, @Nullable Slot slot, boolean openResource) {
    this.schema = schema;
    this.slot = slot;
    this.action = slot == null ? null : schema.action(slot.action());
    this.openResource = openResource;
  }

  /** For what is read of requests and grants of any slot. */
  static Types untold(Schema schema) {
    return new Types(schema, null, false);
  }

  /** For what is read of grants that leave the resource open. */
  static Types untoldWithoutResource(Schema schema) {
    return new Types(schema, null, true);
  }

  /** Whether the word stands for nothing. */
  boolean isOpen(Expr.Root root) {
    return openResource && root == Expr.Root.RESOURCE;
  }

  @Nullable Type of(Expr.Root root) {
    return slot == null ? null : of(root, slot);
  }

  private @Nullable Type of(Expr.Root root, Slot slot) {
    return switch (root) {
      case PRINCIPAL -> Type.EntityType.of(slot.principalType());
      case RESOURCE -> Type.EntityType.of(slot.resourceType());
      case DELEGATOR, ORIGIN -> action == null ? null : Type.EntityType.of(action.principalTypes());
      case ARGS -> action == null ? null : action.args();
      case FACTS -> action == null ? null : action.facts();
      case SESSION -> schema.session() == null ? Type.RecordType.EMPTY : schema.session();
      case APPROVER, REQUESTER -> null;
    };
  }

  @Nullable Type ofField(@Nullable Type of, String name) {
    if (of instanceof Type.MapType map) {
      return map.value();
    }
    Type.Field field = field(of, name);
    return field == null ? null : field.type();
  }

  /** Where the field stands among those of its record, by name, if none is absent; a guess. */
  int positionOf(@Nullable Type of, String name) {
    Type.RecordType fields = of instanceof Type.RecordType record ? record : null;
    if (of instanceof Type.EntityType entity) {
      EntityTypeDef declared = schema.entityType(entity.types().first());
      fields = declared == null ? null : declared.attributes();
    }
    return fields == null
        ? 0
        : (int) fields.fields().stream().filter(f -> f.name().compareTo(name) < 0).count();
  }

  /** Whether the field is there wherever what holds it is. */
  boolean isAlwaysThere(@Nullable Type of, String name) {
    Type.Field field = field(of, name);
    return field != null && !field.optional();
  }

  private Type.@Nullable Field field(@Nullable Type of, String name) {
    if (of instanceof Type.RecordType record) {
      return record.field(name);
    }
    return of instanceof Type.EntityType entity ? common(entity.types(), name) : null;
  }

  /** The field where all the types declare it alike, else null. */
  private Type.@Nullable Field common(Collection<String> types, String name) {
    Type.Field common = null;
    for (String type : types) {
      EntityTypeDef declared = schema.entityType(type);
      Type.Field field = declared == null ? null : declared.attributes().field(name);
      if (field == null || (common != null && !alike(common, field))) {
        return null;
      }
      common = field;
    }
    return common;
  }

  private static boolean alike(Type.Field a, Type.Field b) {
    return a.type().equals(b.type()) && a.optional() == b.optional();
  }

  static @Nullable Type elementOf(@Nullable Type set) {
    return set instanceof Type.SetType type ? type.element() : null;
  }

  static @Nullable Type setOf(@Nullable Type element) {
    return element == null || element instanceof Type.SetType
        ? null
        : new Type.SetType(element, 0, Integer.MAX_VALUE);
  }

  static @Nullable Type of(Value value) {
    if (value instanceof EnumValue word) {
      return word.type();
    }
    if (value instanceof EntityId entity) {
      return Type.EntityType.of(entity.type());
    }
    if (value instanceof PathValue) {
      return Type.PathType.ABSOLUTE;
    }
    return value instanceof SetValue set ? ofSet(set) : scalar(value);
  }

  private static @Nullable Type ofSet(SetValue set) {
    Type element = null;
    for (Value each : set.elements()) {
      Type type = of(each);
      if (type == null || (element != null && !element.equals(type))) {
        return null;
      }
      element = type;
    }
    return setOf(element);
  }

  private static @Nullable Type scalar(Value value) {
    if (value instanceof BoolValue) {
      return Type.Scalar.BOOL;
    }
    if (value instanceof IntValue) {
      return Type.Scalar.INT;
    }
    if (value instanceof DecimalValue) {
      return Type.Scalar.DECIMAL;
    }
    if (value instanceof StringValue) {
      return Type.Scalar.STRING;
    }
    if (value instanceof InstantValue) {
      return Type.Scalar.INSTANT;
    }
    if (value instanceof DurationValue) {
      return Type.Scalar.DURATION;
    }
    if (value instanceof IpValue) {
      return Type.Scalar.IP;
    }
    if (value instanceof CidrValue) {
      return Type.Scalar.CIDR;
    }
    if (value instanceof UrlValue) {
      return Type.Scalar.URL;
    }
    return value instanceof CommandValue ? Type.Scalar.COMMAND : null;
  }
}
