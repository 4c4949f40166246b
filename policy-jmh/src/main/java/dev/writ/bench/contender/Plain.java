package dev.writ.bench.contender;

import dev.writ.core.model.BoolValue;
import dev.writ.core.model.CidrValue;
import dev.writ.core.model.CommandValue;
import dev.writ.core.model.DecimalValue;
import dev.writ.core.model.DurationValue;
import dev.writ.core.model.EntityId;
import dev.writ.core.model.EnumValue;
import dev.writ.core.model.InstantValue;
import dev.writ.core.model.IntValue;
import dev.writ.core.model.IpValue;
import dev.writ.core.model.MapValue;
import dev.writ.core.model.OpaqueValue;
import dev.writ.core.model.PathValue;
import dev.writ.core.model.RecordValue;
import dev.writ.core.model.SetValue;
import dev.writ.core.model.SpiffeIdValue;
import dev.writ.core.model.StringValue;
import dev.writ.core.model.UrlValue;
import dev.writ.core.model.Value;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * Values as other systems take them: {@code Boolean}, {@code Long}, {@code String}, {@code List},
 * {@code Map}. An enumerator of an ordered enum is its number, of any other its spelling. What no
 * scenario hands to others is refused. Immutable.
 */
final class Plain implements Value.Visitor<Object> {
  private final Function<EntityId, Object> entities;

  /**
   * @param entities how the other system takes a reference to an entity
   */
  Plain(Function<EntityId, Object> entities) {
    this.entities = entities;
  }

  /** The string {@code Type::id}. */
  static String name(EntityId id) {
    return id.type() + "::" + id.id();
  }

  /** The fields by name. */
  Map<String, Object> fields(RecordValue record) {
    Map<String, Object> fields = new LinkedHashMap<>();
    record.fields().forEach((name, value) -> fields.put(name, value.accept(this)));
    return fields;
  }

  private static Object refused(Value value) {
    throw new IllegalArgumentException("no other system is handed " + value);
  }

  @Override
  public Object visitBool(BoolValue value) {
    return value.value();
  }

  @Override
  public Object visitInt(IntValue value) {
    return value.value();
  }

  @Override
  public Object visitString(StringValue value) {
    return value.value();
  }

  @Override
  public Object visitEnum(EnumValue value) {
    return value.type().ordered() ? (Object) (long) value.ordinal() : value.spelling();
  }

  @Override
  public Object visitEntity(EntityId value) {
    return entities.apply(value);
  }

  @Override
  public Object visitSet(SetValue value) {
    return value.elements().stream().map(element -> element.accept(this)).toList();
  }

  @Override
  public Object visitRecord(RecordValue value) {
    return fields(value);
  }

  @Override
  public Object visitDecimal(DecimalValue value) {
    return refused(value);
  }

  @Override
  public Object visitInstant(InstantValue value) {
    return refused(value);
  }

  @Override
  public Object visitDuration(DurationValue value) {
    return refused(value);
  }

  @Override
  public Object visitIp(IpValue value) {
    return refused(value);
  }

  @Override
  public Object visitCidr(CidrValue value) {
    return refused(value);
  }

  @Override
  public Object visitPath(PathValue value) {
    return refused(value);
  }

  @Override
  public Object visitUrl(UrlValue value) {
    return refused(value);
  }

  @Override
  public Object visitSpiffeId(SpiffeIdValue value) {
    return refused(value);
  }

  @Override
  public Object visitCommand(CommandValue value) {
    return refused(value);
  }

  @Override
  public Object visitOpaque(OpaqueValue value) {
    return refused(value);
  }

  @Override
  public Object visitMap(MapValue value) {
    return refused(value);
  }
}
