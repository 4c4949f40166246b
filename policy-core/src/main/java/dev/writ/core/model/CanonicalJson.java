package dev.writ.core.model;

import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;

/** Writes the canonical form ({@link JsonWriter#canonical}). */
class CanonicalJson implements Json.Visitor<StringBuilder> {

  private static final long SAFE = (1L << 53) - 1;
  private static final int SAFE_DIGITS = 16;

  /** How many digits a 64-bit integer has at most. */
  private static final int LONG_DIGITS = 19;

  final StringBuilder out = new StringBuilder();

  static boolean isSafe(long integer) {
    return integer >= -SAFE && integer <= SAFE;
  }

  @Override
  public StringBuilder visitNull(Json.Null json) {
    return out.append("null");
  }

  @Override
  public StringBuilder visitBool(Json.Bool json) {
    return out.append(json.value());
  }

  @Override
  public StringBuilder visitNum(Json.Num json) {
    BigDecimal number;
    try {
      number = new BigDecimal(json.text()).stripTrailingZeros();
    } catch (NumberFormatException beyondBigDecimal) {
      return visitStr(new Json.Str(json.text()));
    }
    if (number.scale() <= 0 && (long) number.precision() - number.scale() <= SAFE_DIGITS) {
      long integer = number.longValueExact();
      if (isSafe(integer)) {
        return out.append(integer);
      }
    }
    return visitStr(new Json.Str(exact(number)));
  }

  /** Its digits where it may be a 64-bit integer, else with an exponent where that is shorter. */
  private static String exact(BigDecimal number) {
    boolean integer =
        number.scale() <= 0 && (long) number.precision() - number.scale() <= LONG_DIGITS;
    return integer ? number.toPlainString() : number.toString();
  }

  @Override
  public StringBuilder visitStr(Json.Str json) {
    JsonText.quote(out, json.value());
    return out;
  }

  @Override
  public StringBuilder visitArr(Json.Arr json) {
    out.append('[');
    String separator = "";
    for (Json item : json.items()) {
      out.append(separator);
      item.accept(this);
      separator = ",";
    }
    return out.append(']');
  }

  @Override
  public StringBuilder visitObj(Json.Obj json) {
    out.append('{');
    String separator = "";
    for (Map.Entry<String, Json> member : new TreeMap<>(json.members()).entrySet()) {
      out.append(separator);
      JsonText.quote(out, member.getKey());
      out.append(':');
      member.getValue().accept(this);
      separator = ",";
    }
    return out.append('}');
  }
}
