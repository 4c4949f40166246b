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
import dev.writ.core.model.Json;
import dev.writ.core.model.MapValue;
import dev.writ.core.model.OpaqueValue;
import dev.writ.core.model.PathValue;
import dev.writ.core.model.RecordValue;
import dev.writ.core.model.SetValue;
import dev.writ.core.model.SpiffeIdValue;
import dev.writ.core.model.StringValue;
import dev.writ.core.model.UrlValue;
import dev.writ.core.model.Value;
import java.util.Map;
import java.util.stream.Collectors;

/** Values as literals of the language, enumerators by their bare names. */
final class ValueText implements Value.Visitor<String> {

  private static final ValueText INSTANCE = new ValueText();

  private ValueText() {}

  static String of(Value value) {
    return value.accept(INSTANCE);
  }

  /** A length of time in the greatest unit that leaves no rest. */
  static String duration(long millis) {
    return new DurationValue(millis).text();
  }

  @Override
  public String visitBool(BoolValue value) {
    return String.valueOf(value.value());
  }

  @Override
  public String visitInt(IntValue value) {
    return Long.toString(value.value());
  }

  /** At least one place, so that a Decimal does not look like an Int. */
  @Override
  public String visitDecimal(DecimalValue value) {
    String text = value.text();
    return text.indexOf('.') < 0 ? text + ".0" : text;
  }

  @Override
  public String visitString(StringValue value) {
    return Json.quote(value.value());
  }

  @Override
  public String visitInstant(InstantValue value) {
    return value.text();
  }

  @Override
  public String visitDuration(DurationValue value) {
    return duration(value.millis());
  }

  @Override
  public String visitIp(IpValue value) {
    return Json.quote(value.text());
  }

  @Override
  public String visitCidr(CidrValue value) {
    return Json.quote(value.text());
  }

  @Override
  public String visitPath(PathValue value) {
    return Json.quote(value.text());
  }

  @Override
  public String visitUrl(UrlValue value) {
    return Json.quote(value.text());
  }

  @Override
  public String visitSpiffeId(SpiffeIdValue value) {
    return Json.quote(value.text());
  }

  @Override
  public String visitCommand(CommandValue value) {
    return Json.quote(value.text());
  }

  @Override
  public String visitOpaque(OpaqueValue value) {
    return "<opaque>";
  }

  @Override
  public String visitEnum(EnumValue value) {
    return value.name();
  }

  @Override
  public String visitEntity(EntityId value) {
    return value.toString();
  }

  @Override
  public String visitSet(SetValue value) {
    return value.elements().stream()
        .map(ValueText::of)
        .sorted()
        .collect(Collectors.joining(", ", "[", "]"));
  }

  @Override
  public String visitRecord(RecordValue value) {
    return members(value.fields());
  }

  @Override
  public String visitMap(MapValue value) {
    return members(value.tags());
  }

  private static String members(Map<String, Value> members) {
    if (members.isEmpty()) {
      return "{}";
    }
    return members.entrySet().stream()
        .map(member -> ExprText.name(member.getKey()) + ": " + of(member.getValue()))
        .collect(Collectors.joining(", ", "{ ", " }"));
  }
}
