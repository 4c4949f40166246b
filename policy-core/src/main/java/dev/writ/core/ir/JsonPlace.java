package dev.writ.core.ir;

import org.jspecify.annotations.Nullable;

/**
 * A place in a JSON document, written out only when something is wrong there.
 *
 * @param parent the place around it, or null at the top
 * @param step {@code .name} or {@code [3]}; empty at the top
 */
record JsonPlace(@Nullable JsonPlace parent, String step) {

  static final JsonPlace TOP = new JsonPlace(null, "");

  JsonPlace member(String name) {
    return new JsonPlace(this, "." + name);
  }

  JsonPlace item(int index) {
    return new JsonPlace(this, "[" + index + "]");
  }

  PolicySetFormatException wrong(String problem) {
    return new PolicySetFormatException(toString(), problem);
  }

  @Override
  public String toString() {
    StringBuilder out = new StringBuilder();
    for (JsonPlace place = this; place != null; place = place.parent) {
      out.insert(0, place.step);
    }
    return out.length() > 0 && out.charAt(0) == '.' ? out.substring(1) : out.toString();
  }
}
