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

  final StringBuilder out;

  CanonicalJson() {
    this(new StringBuilder(256));
  }

  CanonicalJson(StringBuilder out) {
    this.out = out;
  }

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
    if (json.text().length() < SAFE_DIGITS && isInteger(json.text())) {
      return out.append(json.text());
    }
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

  /** Whether a number has no fraction, no exponent and is not minus zero. */
  private static boolean isInteger(String number) {
    int last = number.length() - 1;
    for (int i = last; i >= 0; i--) {
      char c = number.charAt(i);
      if ((c < '0' || c > '9') && (c != '-' || number.charAt(last) == '0')) {
        return false;
      }
    }
    return true;
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
      written();
      separator = ",";
    }
    return out.append(']');
  }

  @Override
  public StringBuilder visitObj(Json.Obj json) {
    out.append('{');
    String separator = "";
    if (json.members() instanceof Members few) {
      Members sorted = few.sorted();
      for (int i = 0; i < sorted.size(); i++) {
        write(i == 0 ? "" : ",", sorted.name(i), sorted.value(i));
      }
      return out.append('}');
    }
    for (Map.Entry<String, Json> member : new TreeMap<>(json.members()).entrySet()) {
      write(separator, member.getKey(), member.getValue());
      separator = ",";
    }
    return out.append('}');
  }

  private void write(String separator, String name, Json value) {
    out.append(separator);
    JsonText.quote(out, name);
    out.append(':');
    value.accept(this);
    written();
  }

  /** A part is written: what is in {@link #out} may be taken away. */
  void written() {
    // the whole text is kept
  }
}
