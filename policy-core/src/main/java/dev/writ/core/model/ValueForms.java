package dev.writ.core.model;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The forms of all types ({@link ValueReader}). */
record ValueForms(Schema schema, DataLimits limits) implements Type.Visitor<ValueForm> {

  /** What an Int that is written as a string looks like. */
  private static final Pattern BEYOND = Pattern.compile("-?[1-9][0-9]{15,}");

  /** The grammar of a scalar that JSON writes as a string. */
  private interface Grammar {
    Value parse(String text) throws InvalidValueException;
  }

  @Override
  public ValueForm visitScalar(Type.Scalar type) {
    return switch (type) {
      case BOOL -> ValueForms::bool;
      case INT -> ValueForms::integer;
      case DECIMAL -> this::decimal;
      case STRING -> (json, place) -> new StringValue(text(json, place, type));
      case INSTANT -> scalar(type, InstantValue::parse);
      case DURATION -> scalar(type, DurationValue::parse);
      case IP -> scalar(type, IpValue::parse);
      case CIDR -> scalar(type, CidrValue::parse);
      case URL -> scalar(type, UrlValue::parse);
      case SPIFFE_ID -> scalar(type, SpiffeIdValue::parse);
      case COMMAND -> scalar(type, CommandValue::parse);
      case OPAQUE -> this::opaque;
    };
  }

  @Override
  public ValueForm visitPath(Type.PathType type) {
    String base = type.base();
    return base == null
        ? scalar(type, PathValue::parse)
        : scalar(type, text -> PathValue.parse(text, PathValue.parse(base)));
  }

  @Override
  public ValueForm visitEnum(Type.EnumType type) {
    return (json, place) -> {
      String spelling = text(json, place, type);
      int ordinal = type.ordinalOfSpelling(spelling);
      if (ordinal < 0) {
        List<String> known = type.enumerators().stream().map(Type.Enumerator::spelling).toList();
        throw place.wrong(Shown.text(spelling) + " is not one of " + Shown.list(known));
      }
      return new EnumValue(type, ordinal);
    };
  }

  @Override
  public ValueForm visitEntity(Type.EntityType type) {
    return (json, place) -> entity(type, json, place);
  }

  @Override
  public ValueForm visitSet(Type.SetType type) {
    ValueForm element = type.element().accept(this);
    return (json, place) -> set(type, element, json, place);
  }

  @Override
  public ValueForm visitRecord(Type.RecordType type) {
    return (json, place) -> record(type, json, place);
  }

  @Override
  public ValueForm visitMap(Type.MapType type) {
    ValueForm value = type.value().accept(this);
    return (json, place) -> map(value, json, place);
  }

  private ValueForm scalar(Type type, Grammar grammar) {
    return (json, place) -> {
      String text = text(json, place, type);
      return at(place, () -> grammar.parse(text));
    };
  }

  /** Something that reads a value without knowing where it stands. */
  private interface Unplaced<V> {
    V read() throws InvalidValueException;
  }

  private static <V> V at(Place place, Unplaced<V> unplaced) throws InvalidValueException {
    try {
      return unplaced.read();
    } catch (InvalidValueException e) {
      throw place.wrong(e.reason());
    }
  }

  private static Value bool(Json json, Place place) throws InvalidValueException {
    if (json instanceof Json.Bool bool) {
      return bool.value() ? BoolValue.TRUE : BoolValue.FALSE;
    }
    throw needed(place, Type.Scalar.BOOL, json);
  }

  static IntValue integer(Json json, Place place) throws InvalidValueException {
    if (json instanceof Json.Num number) {
      return at(place, () -> IntValue.parse(number.text()));
    }
    if (json instanceof Json.Str digits && isBeyondSafe(digits.value())) {
      IntValue value = at(place, () -> IntValue.parse(digits.value()));
      if (!CanonicalJson.isSafe(value.value())) {
        return value;
      }
    }
    throw needed(place, Type.Scalar.INT, json);
  }

  /** Whether a string looks like an integer that the canonical form would write as one. */
  static boolean isBeyondSafe(String text) {
    return BEYOND.matcher(text).matches();
  }

  private Value decimal(Json json, Place place) throws InvalidValueException {
    String text =
        json instanceof Json.Num number ? number.text() : text(json, place, Type.Scalar.DECIMAL);
    return at(place, () -> DecimalValue.parse(text));
  }

  private Value opaque(Json json, Place place) throws InvalidValueException {
    Optional<String> problem = json.accept(new OpaqueCheck(limits, 0));
    if (problem.isPresent()) {
      throw place.wrong(problem.get());
    }
    return new OpaqueValue(json);
  }

  private Value entity(Type.EntityType type, Json json, Place place) throws InvalidValueException {
    if (json instanceof Json.Obj) {
      return entityObject(type, json, place);
    }
    if (type.types().size() > 1) {
      throw place.wrong("an object with `type` and `id` is needed, found " + JsonKind.of(json));
    }
    String id = text(json, place, type);
    return entityId(type.types().first(), id, place);
  }

  private Value entityObject(Type.EntityType type, Json json, Place place)
      throws InvalidValueException {
    EntityId id = JsonFields.entityId(json, place.toString());
    String name = schema.entityTypeNamed(id.type(), place.member("type").toString()).name();
    if (!type.types().contains(name)) {
      throw place
          .member("type")
          .wrong(Shown.text(name) + " is not one of " + Shown.list(type.types()));
    }
    return entityId(name, text(Json.of(id.id()), place.member("id"), type), place);
  }

  private static EntityId entityId(String type, String id, Place place)
      throws InvalidValueException {
    if (id.isEmpty()) {
      throw place.wrong("an entity id is not empty");
    }
    return new EntityId(type, id);
  }

  private Value set(Type.SetType type, ValueForm element, Json json, Place place)
      throws InvalidValueException {
    if (!(json instanceof Json.Arr array)) {
      throw place.wrong("an array is needed, found " + JsonKind.of(json));
    }
    int size = array.items().size();
    checkSize(place, "elements", size, Math.min(type.max(), limits.setSize()));
    if (size < type.min()) {
      throw place.wrong("at least " + type.min() + " elements are needed, found " + size);
    }
    Set<Value> elements = new LinkedHashSet<>();
    for (int i = 0; i < size; i++) {
      Place inner = place.item(i);
      if (!elements.add(element.read(array.items().get(i), inner))) {
        throw inner.wrong("a set has no duplicates: leave this one out");
      }
    }
    return new SetValue(elements);
  }

  RecordValue record(Type.RecordType type, Json json, Place place) throws InvalidValueException {
    Map<String, Json> members = members(json, place);
    for (String name : members.keySet()) {
      if (type.field(name) == null) {
        List<String> declared = type.fields().stream().map(Type.Field::name).toList();
        throw place
            .member(name)
            .wrong(
                declared.isEmpty()
                    ? "no field is declared here"
                    : "not declared: the fields are " + Shown.list(declared));
      }
    }
    SortedMap<String, Value> fields = new TreeMap<>();
    for (Type.Field field : type.fields()) {
      Value value = field(field, members.get(field.name()), place.member(field.name()));
      if (value != null) {
        fields.put(field.name(), value);
      }
    }
    return new RecordValue(fields);
  }

  private @Nullable Value field(Type.Field field, @Nullable Json json, Place place)
      throws InvalidValueException {
    if (json == null || json instanceof Json.Null) {
      if (field.optional()) {
        return null;
      }
      throw place.wrong("missing: a value of " + field.type() + " is needed");
    }
    try {
      return field.type().accept(this).read(json, place);
    } catch (InvalidValueException e) {
      throw field.secret()
          ? place.wrong("not a value of " + field.type() + " within its limits")
          : e;
    }
  }

  private Value map(ValueForm value, Json json, Place place) throws InvalidValueException {
    Map<String, Json> members = members(json, place);
    checkSize(place, "tags", members.size(), limits.setSize());
    SortedMap<String, Value> tags = new TreeMap<>();
    for (Map.Entry<String, Json> member : members.entrySet()) {
      Place inner = place.member(member.getKey());
      checkText(member.getKey(), inner);
      tags.put(member.getKey(), value.read(member.getValue(), inner));
    }
    return new MapValue(tags);
  }

  private static Map<String, Json> members(Json json, Place place) throws InvalidValueException {
    if (json instanceof Json.Obj object) {
      return object.members();
    }
    throw place.wrong("an object is needed, found " + JsonKind.of(json));
  }

  private static void checkSize(Place place, String what, int size, int most)
      throws InvalidValueException {
    if (size > most) {
      throw place.wrong("at most " + most + " " + what + " are allowed, found " + size);
    }
  }

  private String text(Json json, Place place, Type type) throws InvalidValueException {
    if (!(json instanceof Json.Str string)) {
      throw needed(place, type, json);
    }
    checkText(string.value(), place);
    return string.value();
  }

  private void checkText(String text, Place place) throws InvalidValueException {
    Optional<String> problem = limits.textProblem(text);
    if (problem.isPresent()) {
      throw place.wrong(problem.get());
    }
  }

  private static InvalidValueException needed(Place place, Type type, Json json) {
    return place.wrong("a value of " + type + " is needed, found " + JsonKind.of(json));
  }
}
