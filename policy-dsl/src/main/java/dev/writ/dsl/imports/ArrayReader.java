package dev.writ.dsl.imports;

import dev.writ.core.model.Json;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Reads arrays: those that a set of the language can hold. */
final class ArrayReader {
  private final SchemaReader reader;

  ArrayReader(SchemaReader reader) {
    this.reader = reader;
  }

  Reading read(SchemaNode node) throws McpListException {
    Json items = node.get("items");
    if (node.has("prefixItems") || items instanceof Json.Arr) {
      return node.opaque("a tuple, whose order a set would lose");
    }
    if (items == null || (items instanceof Json.Bool any && any.value())) {
      return node.opaque("an array of anything");
    }
    Reading element = reader.read(node.inner(node.place().member("items"), node.words(), items));
    String problem = problem(element);
    if (problem != null) {
      return node.opaque(problem);
    }
    return bounded(node, element);
  }

  private static @Nullable String problem(Reading element) {
    Shape shape = element.shape();
    if (shape == ScalarShape.OPAQUE) {
      String reason = element.notes().get(0).text();
      return "an array of " + reason.replaceFirst("^Opaque: ", "");
    }
    if (element.nullable()) {
      return "an array with null in it";
    }
    if (shape instanceof RecordShape record) {
      return record.isFlat() ? null : "an array of objects with arrays or objects in them";
    }
    return shape.isPlain() ? null : "an array of arrays or maps";
  }

  private static Reading bounded(SchemaNode node, Reading element) throws McpListException {
    long least = count(node, "minItems", 0);
    long most = count(node, "maxItems", SetShape.MOST);
    if (most < 1 || least > Math.min(most, SetShape.MOST)) {
      return node.opaque(
          "no set has from " + least + " to " + Math.min(most, SetShape.MOST) + " elements");
    }
    int bound = (int) Math.min(most, SetShape.MOST);
    Shape set = new SetShape(element.shape(), (int) least, bound);
    Reading reading = new Reading(set, false, element.notes());
    return most > SetShape.MOST
        ? reading.with(node.note("a set has at most " + SetShape.MOST + " elements, not " + most))
        : reading;
  }

  private static long count(SchemaNode node, String member, long otherwise)
      throws McpListException {
    Json json = node.get(member);
    if (json == null) {
      return otherwise;
    }
    if (json instanceof Json.Num number) {
      BigDecimal value = new BigDecimal(number.text());
      if (value.signum() >= 0 && value.precision() - value.scale() < 18) {
        try {
          return value.longValueExact();
        } catch (ArithmeticException fraction) {
          // falls through: counts are whole
        }
      }
    }
    throw node.wrong(member, "a count", json);
  }
}
