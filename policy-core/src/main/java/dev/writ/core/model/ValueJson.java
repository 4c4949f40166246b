package dev.writ.core.model;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * Writes values as JSON in their canonical typed form, which {@link ValueReader} reads back.
 *
 * <p>Int beyond ±(2^53 − 1) and every Decimal are strings, an entity is always an object {@code
 * {"type", "id"}}, and a set is sorted by the canonical bytes of its elements.
 */
public final class ValueJson {

  private static final Writer WRITER = new Writer();
  private static final Writer DIGEST_WRITER = new DigestWriter();

  private ValueJson() {}

  /** The value as JSON. */
  public static Json toJson(Value value) {
    return value.accept(WRITER);
  }

  /**
   * The value as JSON for a digest: as {@link #toJson} writes it, but an opaque value is a string
   * of its text, members sorted and numbers as they were written. So the canonical forms of two
   * values of one type are the same only if the values are equal.
   */
  public static Json toDigestJson(Value value) {
    return value.accept(DIGEST_WRITER);
  }

  /** These values as JSON, sorted by their canonical bytes: the order of a set. */
  public static List<Json> sorted(Collection<? extends Value> values) {
    return values.stream()
        .map(ValueJson::toJson)
        .map(json -> Map.entry(canonicalBytes(json), json))
        .sorted(Map.Entry.comparingByKey(Arrays::compareUnsigned))
        .map(Map.Entry::getValue)
        .toList();
  }

  private static byte[] canonicalBytes(Json json) {
    return JsonWriter.canonical(json).getBytes(StandardCharsets.UTF_8);
  }

  private static class Writer implements Value.Visitor<Json> {

    @Override
    public Json visitBool(BoolValue value) {
      return Json.of(value.value());
    }

    @Override
    public Json visitInt(IntValue value) {
      return CanonicalJson.isSafe(value.value())
          ? Json.of(value.value())
          : Json.of(Long.toString(value.value()));
    }

    @Override
    public Json visitDecimal(DecimalValue value) {
      return Json.of(value.text());
    }

    @Override
    public Json visitString(StringValue value) {
      return Json.of(value.value());
    }

    @Override
    public Json visitInstant(InstantValue value) {
      return Json.of(value.text());
    }

    @Override
    public Json visitDuration(DurationValue value) {
      return Json.of(value.text());
    }

    @Override
    public Json visitIp(IpValue value) {
      return Json.of(value.text());
    }

    @Override
    public Json visitCidr(CidrValue value) {
      return Json.of(value.text());
    }

    @Override
    public Json visitPath(PathValue value) {
      return Json.of(value.text());
    }

    @Override
    public Json visitUrl(UrlValue value) {
      return Json.of(value.text());
    }

    @Override
    public Json visitSpiffeId(SpiffeIdValue value) {
      return Json.of(value.text());
    }

    @Override
    public Json visitCommand(CommandValue value) {
      return Json.of(value.text());
    }

    @Override
    public Json visitOpaque(OpaqueValue value) {
      return value.json();
    }

    @Override
    public Json visitEnum(EnumValue value) {
      return Json.of(value.spelling());
    }

    @Override
    public Json visitEntity(EntityId value) {
      return Json.object().put("type", value.type()).put("id", value.id()).build();
    }

    @Override
    public Json visitSet(SetValue value) {
      return Json.array(sorted(value.elements()));
    }

    @Override
    public Json visitRecord(RecordValue value) {
      return members(value.fields());
    }

    @Override
    public Json visitMap(MapValue value) {
      return members(value.tags());
    }

    private Json members(Map<String, Value> members) {
      JsonObject object = Json.object();
      members.forEach((name, value) -> object.put(name, value.accept(this)));
      return object.build();
    }
  }

  private static final class DigestWriter extends Writer {

    @Override
    public Json visitOpaque(OpaqueValue value) {
      return Json.of(value.json().accept(new WrittenNumbers()).toString());
    }
  }

  private static final class WrittenNumbers extends CanonicalJson {

    @Override
    public StringBuilder visitNum(Json.Num json) {
      return out.append(json.text());
    }
  }
}
