package dev.writ.core.ir;

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
import java.util.Collection;
import java.util.List;

/**
 * Walks a constant and hands every name in it to the check.
 *
 * @param check what is declared
 */
record ConstantNames(ExprCheck check) implements Value.Visitor<Boolean> {

  private Boolean all(Collection<Value> values) {
    values.forEach(value -> value.accept(this));
    return true;
  }

  @Override
  public Boolean visitBool(BoolValue value) {
    return true;
  }

  @Override
  public Boolean visitInt(IntValue value) {
    return true;
  }

  @Override
  public Boolean visitDecimal(DecimalValue value) {
    return true;
  }

  @Override
  public Boolean visitString(StringValue value) {
    return true;
  }

  @Override
  public Boolean visitInstant(InstantValue value) {
    return true;
  }

  @Override
  public Boolean visitDuration(DurationValue value) {
    return true;
  }

  @Override
  public Boolean visitIp(IpValue value) {
    return true;
  }

  @Override
  public Boolean visitCidr(CidrValue value) {
    return true;
  }

  @Override
  public Boolean visitPath(PathValue value) {
    return true;
  }

  @Override
  public Boolean visitUrl(UrlValue value) {
    return true;
  }

  @Override
  public Boolean visitSpiffeId(SpiffeIdValue value) {
    return true;
  }

  @Override
  public Boolean visitCommand(CommandValue value) {
    return true;
  }

  @Override
  public Boolean visitOpaque(OpaqueValue value) {
    return true;
  }

  @Override
  public Boolean visitEnum(EnumValue value) {
    check.enumerator(value);
    return true;
  }

  @Override
  public Boolean visitEntity(EntityId value) {
    check.entityTypes(List.of(value.type()));
    return true;
  }

  @Override
  public Boolean visitSet(SetValue value) {
    return all(value.elements());
  }

  @Override
  public Boolean visitRecord(RecordValue value) {
    return all(value.fields().values());
  }

  @Override
  public Boolean visitMap(MapValue value) {
    return all(value.tags().values());
  }
}
