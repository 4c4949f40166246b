package dev.writ.core.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Values with their types, for properties. */
final class TypedValues {

  /** A value and a type that it is of. */
  record Typed(Type type, Value value) {}

  private TypedValues() {}

  /** Text of any code points, the odd ones often. */
  static Arbitrary<String> text() {
    return Arbitraries.of(
            "a", "b", "*", "\\", "\"", "\n", "\u0000", "é", "\uD83D\uDE00", "\uFB33", " ")
        .list()
        .ofMaxSize(6)
        .map(parts -> String.join("", parts));
  }

  /** Any JSON, not deep. */
  static Arbitrary<Json> json() {
    Arbitrary<Json> leaf =
        Arbitraries.oneOf(
            Arbitraries.of(Json.Null.INSTANCE, Json.of(true), Json.of(false)),
            Arbitraries.of("0", "-1", "1.5", "1e400", "9007199254740993").map(Json.Num::new),
            text().map(Json::of));
    Arbitrary<Json> flat =
        Arbitraries.oneOf(
            leaf,
            leaf.list().ofMaxSize(3).map(Json::array),
            Arbitraries.maps(text(), leaf).ofMaxSize(3).map(Json.Obj::new));
    return Arbitraries.oneOf(
        flat,
        flat.list().ofMaxSize(3).map(Json::array),
        Arbitraries.maps(text(), flat).ofMaxSize(3).map(Json.Obj::new));
  }

  /** Scalars, enums and entities: what a set may hold. */
  static Arbitrary<Typed> plain() {
    Arbitrary<Long> longs = Arbitraries.longs();
    return Arbitraries.oneOf(
        of(Type.Scalar.BOOL, Arbitraries.of(BoolValue.TRUE, BoolValue.FALSE)),
        of(Type.Scalar.INT, longs.map(IntValue::new)),
        of(Type.Scalar.DECIMAL, longs.map(DecimalValue::new)),
        of(Type.Scalar.STRING, text().map(StringValue::new)),
        of(
            Type.Scalar.INSTANT,
            Arbitraries.longs()
                .between(-62_167_219_200_000L, 253_402_300_799_999L)
                .map(InstantValue::new)),
        of(Type.Scalar.DURATION, longs.map(DurationValue::new)),
        of(Type.Scalar.IP, ips()),
        of(Type.Scalar.CIDR, cidrs()),
        of(Type.PathType.ABSOLUTE, paths()),
        of(Type.Scalar.URL, urls()),
        of(
            Type.Scalar.SPIFFE_ID,
            Arbitraries.of("spiffe://a", "spiffe://a/B_c").map(SpiffeIdValue::new)),
        of(
            Type.Scalar.COMMAND,
            Arbitraries.of("ls", "git status -s", "a b=c").map(CommandValue::new)),
        of(
            TestSchema.ENVIRONMENT,
            Arbitraries.integers()
                .between(0, 2)
                .map(i -> new EnumValue(TestSchema.ENVIRONMENT, i))),
        of(TestSchema.USER, text().map(id -> EntityId.of("ops.User", "u" + id))),
        of(
            TestSchema.MEMBER,
            Combinators.combine(Arbitraries.of("ops.User", "ops.Agent"), text())
                .as((type, id) -> EntityId.of(type, "m" + id))));
  }

  private static Arbitrary<Typed> of(Type type, Arbitrary<? extends Value> values) {
    return values.map(value -> new Typed(type, value));
  }

  static Arbitrary<IpValue> ips() {
    Arbitrary<Long> groups =
        Arbitraries.frequencyOf(
            Tuple.of(2, Arbitraries.longs().between(0, 0xffff)),
            Tuple.of(3, Arbitraries.just(0L)),
            Tuple.of(1, Arbitraries.just(0xffffL)));
    Arbitrary<Long> words =
        Combinators.combine(groups, groups, groups, groups)
            .as((a, b, c, d) -> (a << 48) | (b << 32) | (c << 16) | d);
    return Combinators.combine(words, words).as(IpValue::new);
  }

  private static Arbitrary<CidrValue> cidrs() {
    return Combinators.combine(ips(), Arbitraries.integers().between(0, 128))
        .as(
            (ip, prefix) -> {
              long high = prefix == 0 ? 0 : -1L << (64 - Math.min(prefix, 64));
              long low = prefix <= 64 ? 0 : -1L << (128 - prefix);
              return new CidrValue(new IpValue(ip.high() & high, ip.low() & low), prefix);
            });
  }

  static Arbitrary<PathValue> paths() {
    return Arbitraries.of("a", "b", "aa", "ab", "...", "é", "*", " ")
        .list()
        .ofMaxSize(5)
        .map(segments -> new PathValue("/" + String.join("/", segments)));
  }

  private static Arbitrary<UrlValue> urls() {
    return Arbitraries.of(
            "https://example.com/", "https://example.com:8443/a/?q=1", "http://[::1]/%C3%BC")
        .map(
            text -> {
              try {
                return UrlValue.parse(text);
              } catch (InvalidValueException e) {
                throw new AssertionError(e);
              }
            });
  }

  /** A record of plain fields, some of which are absent. */
  private static Arbitrary<Typed> flatRecord() {
    return plain().list().ofMaxSize(4).map(TypedValues::record);
  }

  private static Typed record(List<Typed> fields) {
    List<Type.Field> declared = new ArrayList<>();
    Map<String, Value> values = new TreeMap<>();
    for (int i = 0; i < fields.size(); i++) {
      declared.add(new Type.Field("f" + i, fields.get(i).type(), i % 2 == 0, false));
      if (i % 4 != 0) {
        values.put("f" + i, fields.get(i).value());
      }
    }
    return new Typed(new Type.RecordType(declared), RecordValue.of(values));
  }

  private static Arbitrary<Typed> sets() {
    return Arbitraries.oneOf(
        Arbitraries.longs()
            .list()
            .map(items -> set(Type.Scalar.INT, items.stream().map(IntValue::new).toList())),
        text()
            .list()
            .map(items -> set(Type.Scalar.STRING, items.stream().map(StringValue::new).toList())),
        text()
            .list()
            .map(
                items ->
                    set(
                        TestSchema.USER,
                        items.stream().map(id -> EntityId.of("ops.User", "u" + id)).toList())),
        Arbitraries.longs()
            .list()
            .map(
                items ->
                    set(
                        TestSchema.RECIPIENT,
                        items.stream().map(TypedValues::recipient).toList())));
  }

  private static Value recipient(long amount) {
    return RecordValue.of(
        Map.of("address", new StringValue("a" + amount % 3), "amount", new DecimalValue(amount)));
  }

  private static Typed set(Type element, List<? extends Value> values) {
    return new Typed(new Type.SetType(element, 0, Integer.MAX_VALUE), SetValue.of(values));
  }

  private static Arbitrary<Typed> maps() {
    return Arbitraries.maps(text(), Arbitraries.longs().map(IntValue::new))
        .ofMaxSize(5)
        .map(tags -> new Typed(new Type.MapType(Type.Scalar.INT), MapValue.of(tags)));
  }

  /** Any value. */
  static Arbitrary<Typed> any() {
    return Arbitraries.oneOf(
        plain(),
        of(Type.Scalar.OPAQUE, json().filter(j -> !(j instanceof Json.Null)).map(OpaqueValue::new)),
        flatRecord(),
        sets(),
        maps());
  }
}
