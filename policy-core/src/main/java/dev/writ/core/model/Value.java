package dev.writ.core.model;

/**
 * A typed value of the language: what expressions compute and what requests, entities and sessions
 * carry.
 *
 * <p>Values are immutable, compare by content, and two values are equal only if they are of the
 * same kind: {@code IntValue(3)} is not {@code DecimalValue(3)}.
 */
public sealed interface Value
    permits BoolValue,
        IntValue,
        DecimalValue,
        StringValue,
        InstantValue,
        DurationValue,
        IpValue,
        CidrValue,
        PathValue,
        UrlValue,
        SpiffeIdValue,
        CommandValue,
        OpaqueValue,
        EnumValue,
        EntityId,
        SetValue,
        RecordValue,
        MapValue {

  /** Calls the visitor's method for this kind of value. */
  <R> R accept(Visitor<R> visitor);

  /** One method for each kind of value, so that a new kind breaks every place that must know it. */
  interface Visitor<R> {
    R visitBool(BoolValue value);

    R visitInt(IntValue value);

    R visitDecimal(DecimalValue value);

    R visitString(StringValue value);

    R visitInstant(InstantValue value);

    R visitDuration(DurationValue value);

    R visitIp(IpValue value);

    R visitCidr(CidrValue value);

    R visitPath(PathValue value);

    R visitUrl(UrlValue value);

    R visitSpiffeId(SpiffeIdValue value);

    R visitCommand(CommandValue value);

    R visitOpaque(OpaqueValue value);

    R visitEnum(EnumValue value);

    R visitEntity(EntityId value);

    R visitSet(SetValue value);

    R visitRecord(RecordValue value);

    R visitMap(MapValue value);
  }
}
