package dev.writ.dsl.imports;

import dev.writ.core.model.Json;
import dev.writ.core.model.JsonWriter;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads {@code enum} and {@code const}: strings are an enum, other values keep their type. */
final class ValuesReader {
  /** The longest string that is a value of an enum. */
  private static final int LONGEST = 1_000;

  /** The most values that an enum has. */
  static final int MOST = 1_000;

  private final SchemaNode node;

  ValuesReader(SchemaNode node) {
    this.node = node;
  }

  Reading read() throws McpListException {
    List<Json> values = new ArrayList<>(values());
    boolean nullable = values.removeIf(value -> value instanceof Json.Null);
    if (values.isEmpty()) {
      return node.opaque(nullable ? "nothing but null is taken" : "no value is taken").orNull();
    }
    Reading reading = read(values);
    return nullable ? reading.orNull() : reading;
  }

  private List<Json> values() throws McpListException {
    Json one = node.get("const");
    return one != null ? List.of(one) : node.items("enum").orElseThrow();
  }

  private Reading read(List<Json> values) {
    if (values.stream().allMatch(value -> value instanceof Json.Str)) {
      return strings(values);
    }
    if (values.stream().allMatch(value -> value instanceof Json.Bool)) {
      return listed(ScalarShape.BOOL, values);
    }
    if (values.stream().allMatch(value -> value instanceof Json.Num)) {
      boolean whole = values.stream().allMatch(value -> text(value).matches("-?[0-9]+"));
      return listed(whole ? ScalarShape.INT : ScalarShape.DECIMAL, values);
    }
    return node.opaque("values of different types");
  }

  private Reading strings(List<Json> values) {
    Set<String> texts = new LinkedHashSet<>();
    values.forEach(value -> texts.add(((Json.Str) value).value()));
    if (texts.size() > MOST) {
      return Reading.of(ScalarShape.STRING)
          .with(node.note("left to the server: one of " + texts.size() + " values"));
    }
    boolean spelled =
        texts.stream()
            .allMatch(
                t -> t.length() <= LONGEST && Normalizer.isNormalized(t, Normalizer.Form.NFC));
    if (!spelled) {
      return Reading.of(ScalarShape.STRING)
          .with(node.note("a value is too long or not in normalization form C, so no enum"));
    }
    return Reading.of(new EnumShape(List.copyOf(texts), node.words()));
  }

  /** Enums are of strings: other values are told in a note. */
  private Reading listed(ScalarShape shape, List<Json> values) {
    boolean any = shape == ScalarShape.BOOL && Set.copyOf(values).size() == 2;
    String shown = values.stream().map(ValuesReader::text).collect(Collectors.joining(", "));
    return any
        ? Reading.of(shape)
        : Reading.of(shape)
            .with(node.note("left to the server: one of " + PlainText.shortened(shown, 80)));
  }

  private static String text(Json value) {
    return value instanceof Json.Num number ? number.text() : JsonWriter.canonical(value);
  }
}
