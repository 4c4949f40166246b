package dev.writ.core.ir;

import org.jspecify.annotations.Nullable;

/**
 * A place in a JSON document, written out only when something is wrong there.
 *
 * @param parent the place around it, or null at the top
 * @param name of the member, empty at the top and for an item
 * @param index of the item, else negative
 */
record JsonPlace(@Nullable JsonPlace parent, String name, int index) {

  static final JsonPlace TOP = new JsonPlace(null, "", -1);

  JsonPlace member(String name) {
    return new JsonPlace(this, name, -1);
  }

  JsonPlace item(int index) {
    return new JsonPlace(this, "", index);
  }

  PolicySetFormatException wrong(String problem) {
    return new PolicySetFormatException(toString(), problem);
  }

  @Override
  public String toString() {
    StringBuilder out = new StringBuilder();
    for (JsonPlace place = this; place.parent != null; place = place.parent) {
      out.insert(0, place.index < 0 ? "." + place.name : "[" + place.index + "]");
    }
    return out.length() > 0 && out.charAt(0) == '.' ? out.substring(1) : out.toString();
  }
}
