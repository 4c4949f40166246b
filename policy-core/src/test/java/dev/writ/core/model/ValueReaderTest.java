package dev.writ.core.model;

import static dev.writ.core.model.TestSchema.field;
import static dev.writ.core.model.TestSchema.optional;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ValueReaderTest {

  private static final DataLimits LIMITS = new DataLimits(20, 4, 2, 3, 2);
  private static final ValueReader READER = new ValueReader(TestSchema.SCHEMA, LIMITS);

  private static final Type STRINGS = new Type.SetType(Type.Scalar.STRING, 1, 3);
  private static final Type TAGS = new Type.MapType(Type.Scalar.INT);
  private static final Type RECORD =
      new Type.RecordType(
          List.of(
              field("a", Type.Scalar.INT),
              optional("b", Type.Scalar.STRING),
              optional("pin", Type.Scalar.INT, true)));

  static Stream<Arguments> accepted() {
    return Stream.of(
        accepted(Type.Scalar.BOOL, "true", BoolValue.TRUE),
        accepted(Type.Scalar.INT, "3", new IntValue(3)),
        accepted(Type.Scalar.INT, "-0", new IntValue(0)),
        accepted(Type.Scalar.INT, "9223372036854775807", new IntValue(Long.MAX_VALUE)),
        accepted(Type.Scalar.INT, "\"9007199254740992\"", new IntValue(9007199254740992L)),
        accepted(Type.Scalar.DECIMAL, "1.50", new DecimalValue(15000)),
        accepted(Type.Scalar.DECIMAL, "\"1.5\"", new DecimalValue(15000)),
        accepted(Type.Scalar.DECIMAL, "0.1", new DecimalValue(1000)),
        accepted(Type.Scalar.STRING, "\"x\"", new StringValue("x")),
        accepted(
            Type.Scalar.STRING,
            "\"123456789012345678\\u00e9\"",
            new StringValue("123456789012345678é")),
        accepted(Type.Scalar.INSTANT, "\"1970-01-01T00:00:01Z\"", new InstantValue(1000)),
        accepted(Type.Scalar.DURATION, "\"5m\"", new DurationValue(300_000)),
        accepted(Type.Scalar.IP, "\"::ffff:0.0.0.1\"", new IpValue(0, 0xffff00000001L)),
        accepted(
            Type.Scalar.CIDR, "\"0.0.0.0/0\"", new CidrValue(new IpValue(0, 0xffff00000000L), 96)),
        accepted(Type.PathType.ABSOLUTE, "\"/a\"", new PathValue("/a")),
        accepted(new Type.PathType("/srv"), "\"a\"", new PathValue("/srv/a")),
        accepted(new Type.PathType("/srv"), "\"/a\"", new PathValue("/a")),
        accepted(Type.Scalar.SPIFFE_ID, "\"spiffe://a\"", new SpiffeIdValue("spiffe://a")),
        accepted(Type.Scalar.COMMAND, "\"ls a\"", new CommandValue("ls a")),
        accepted(Type.Scalar.OPAQUE, "[1]", new OpaqueValue(Json.array(List.of(Json.of(1))))),
        accepted(
            TestSchema.ENVIRONMENT, "\"production\"", new EnumValue(TestSchema.ENVIRONMENT, 2)),
        accepted(TestSchema.USER, "\"ann\"", EntityId.of("ops.User", "ann")),
        accepted(
            TestSchema.USER,
            "{\"type\": \"ops.User\", \"id\": \"ann\"}",
            EntityId.of("ops.User", "ann")),
        accepted(
            TestSchema.MEMBER,
            "{\"type\": \"Agent\", \"id\": \"bot\"}",
            EntityId.of("ops.Agent", "bot")),
        accepted(
            STRINGS,
            "[\"b\", \"a\"]",
            SetValue.of(List.of(new StringValue("a"), new StringValue("b")))),
        accepted(RECORD, "{\"a\": 1, \"b\": null}", RecordValue.of(Map.of("a", new IntValue(1)))),
        accepted(TAGS, "{\"x y\": 1}", MapValue.of(Map.of("x y", new IntValue(1)))));
  }

  private static Arguments accepted(Type type, String json, Value value) {
    return Arguments.of(type, json, value);
  }

  @ParameterizedTest
  @MethodSource("accepted")
  void read_valueOfTheType_isTyped(Type type, String json, Value value) throws Exception {
    assertThat(READER.read(JsonReader.read(json), type, "x")).isEqualTo(value);
  }

  static Stream<Arguments> refused() {
    return Stream.of(
        refused(Type.Scalar.BOOL, "1", "x: a value of Bool is needed, found a number"),
        refused(Type.Scalar.BOOL, "\"true\"", "x: a value of Bool is needed, found a string"),
        refused(Type.Scalar.INT, "\"3\"", "x: a value of Int is needed, found a string"),
        refused(Type.Scalar.INT, "true", "x: a value of Int is needed, found a boolean"),
        refused(
            Type.Scalar.INT,
            "3.0",
            "x: `3.0` is not an Int: write digits alone, from -2^63 to 2^63 - 1"),
        refused(
            Type.Scalar.INT,
            "1e2",
            "x: `1e2` is not an Int: write digits alone, from -2^63 to 2^63 - 1"),
        refused(
            Type.Scalar.INT,
            "9223372036854775808",
            "x: `9223372036854775808` is not an Int: write digits alone, from -2^63 to 2^63 - 1"),
        refused(
            Type.Scalar.DECIMAL,
            "1e400",
            "x: `1e400` is not a Decimal: write digits and at most four places, up to"
                + " 922337203685477.5807"),
        refused(Type.Scalar.STRING, "3", "x: a value of String is needed, found a number"),
        refused(Type.Scalar.STRING, "null", "x: a value of String is needed, found null"),
        refused(
            Type.Scalar.STRING,
            "\"123456789012345678\u00e9x\"",
            "x: the string is longer than 20 bytes"),
        refused(
            Type.Scalar.STRING,
            "\"1234567\u20ac\u20ac\u20ac\ud83d\ude00x\"",
            "x: the string is longer than 20 bytes"),
        refused(Type.Scalar.INSTANT, "0", "x: a value of Instant is needed, found a number"),
        refused(
            Type.Scalar.DURATION,
            "\"5\"",
            "x: `5` is not a Duration: write a whole number and one unit of ms, s, m, h, d, as"
                + " `30m`"),
        refused(
            new Type.PathType("/srv"),
            "\"../etc\"",
            "x: `/srv/../etc` is not a Path: it has a segment `..`"),
        refused(
            TestSchema.ENVIRONMENT,
            "\"prod\"",
            "x: `prod` is not one of `dev`, `staging`, `production`"),
        refused(
            TestSchema.ENVIRONMENT, "0", "x: a value of ops.Environment is needed, found a number"),
        refused(TestSchema.USER, "\"\"", "x: an entity id is not empty"),
        refused(TestSchema.USER, "7", "x: a value of ops.User is needed, found a number"),
        refused(
            TestSchema.MEMBER,
            "\"ann\"",
            "x: an object with `type` and `id` is needed, found a string"),
        refused(
            TestSchema.MEMBER,
            "{\"type\": \"Team\", \"id\": \"a\"}",
            "x.type: `ops.Team` is not one of `ops.Agent`, `ops.User`"),
        refused(
            TestSchema.MEMBER,
            "{\"type\": \"Page\", \"id\": \"a\"}",
            "x.type: `Page` means several: write one of `docs.Page`, `ops.Page`"),
        refused(
            TestSchema.MEMBER,
            "{\"type\": \"Robot\", \"id\": \"a\"}",
            "x.type: no entity type `Robot` is declared"),
        refused(
            TestSchema.MEMBER,
            "{\"type\": \"User\", \"id\": \"a\", \"name\": \"b\"}",
            "x.name: not expected: the names are `id`, `type`"),
        refused(TestSchema.MEMBER, "{\"type\": \"User\"}", "x.id: missing"),
        refused(STRINGS, "\"a\"", "x: an array is needed, found a string"),
        refused(STRINGS, "[]", "x: at least 1 elements are needed, found 0"),
        refused(
            STRINGS, "[\"a\", \"b\", \"c\", \"d\"]", "x: at most 3 elements are allowed, found 4"),
        refused(
            STRINGS, "[\"a\", \"b\", \"a\"]", "x[2]: a set has no duplicates: leave this one out"),
        refused(STRINGS, "[\"a\", null]", "x[1]: a value of String is needed, found null"),
        refused(
            new Type.SetType(Type.Scalar.INT, 0, 1_000),
            "[1, 2, 3, 4, 5]",
            "x: at most 4 elements are allowed, found 5"),
        refused(
            new Type.SetType(Type.Scalar.IP, 0, 9),
            "[\"1.2.3.4\", \"::ffff:1.2.3.4\"]",
            "x[1]: a set has no duplicates: leave this one out"),
        refused(RECORD, "[]", "x: an object is needed, found an array"),
        refused(RECORD, "{}", "x.a: missing: a value of Int is needed"),
        refused(RECORD, "{\"a\": null}", "x.a: missing: a value of Int is needed"),
        refused(
            RECORD, "{\"a\": 1, \"c\": null}", "x.c: not declared: the fields are `a`, `b`, `pin`"),
        refused(
            RECORD,
            "{\"a\": 1, \"o dd\": 1}",
            "x[`o dd`]: not declared: the fields are `a`, `b`, `pin`"),
        refused(Type.RecordType.EMPTY, "{\"a\": 1}", "x.a: no field is declared here"),
        refused(
            RECORD,
            "{\"a\": 1, \"pin\": \"hunter2\"}",
            "x.pin: not a value of Int within its limits"),
        refused(TAGS, "[]", "x: an object is needed, found an array"),
        refused(TAGS, "{\"a\": \"b\"}", "x.a: a value of Int is needed, found a string"),
        refused(
            TAGS,
            "{\"a\": 1, \"b\": 1, \"c\": 1, \"d\": 1, \"e\": 1}",
            "x: at most 4 tags are allowed, found 5"),
        refused(
            TAGS,
            "{\"123456789012345678901\": 1}",
            "x[`123456789012345678901`]: the string is longer than 20 bytes"),
        refused(Type.Scalar.OPAQUE, "[[[1]]]", "x: arrays and objects are nested deeper than 2"),
        refused(
            Type.Scalar.OPAQUE,
            "{\"a\": [\"123456789012345678901\"]}",
            "x: the string is longer than 20 bytes"),
        refused(
            Type.Scalar.OPAQUE,
            "{\"123456789012345678901\": 1}",
            "x: the string is longer than 20 bytes"));
  }

  private static Arguments refused(Type type, String json, String message) {
    return Arguments.of(type, json, message);
  }

  @ParameterizedTest
  @MethodSource("refused")
  void read_anythingElse_namesThePlace(Type type, String json, String message) throws Exception {
    assertThat(message(type, JsonReader.read(json))).isEqualTo(message);
  }

  private static String message(Type type, Json json) {
    InvalidValueException refused =
        catchThrowableOfType(InvalidValueException.class, () -> READER.read(json, type, "x"));
    return refused == null ? "accepted" : refused.getMessage();
  }

  @Test
  void read_halfAPair_isRefusedEverywhere() {
    String half = "a\uD800";
    assertThat(message(Type.Scalar.STRING, Json.of(half)))
        .isEqualTo("x: the string holds half a surrogate pair");
    assertThat(message(TestSchema.USER, Json.of(half)))
        .isEqualTo("x: the string holds half a surrogate pair");
    assertThat(message(Type.Scalar.OPAQUE, Json.array(List.of(Json.of(half)))))
        .isEqualTo("x: the string holds half a surrogate pair");
    assertThat(message(TAGS, Json.object().put(half, 1).build()))
        .isEqualTo("x[`a\\u{d800}`]: the string holds half a surrogate pair");
    assertThat(message(TestSchema.MEMBER, entity("User", half)))
        .startsWith("x.id: a string is needed");
  }

  private static Json entity(String type, String id) {
    return Json.object().put("type", type).put("id", id).build();
  }

  @Test
  void read_hostileNames_areShownShortAndWithoutControls() {
    Json json = Json.object().put("a", 1).put("\u202Ex" + "y".repeat(200), 1).build();
    assertThat(message(RECORD, json))
        .isEqualTo(
            "x[`\\u{202e}x" + "y".repeat(78) + "…`]: not declared: the fields are `a`, `b`, `pin`");
  }
}
