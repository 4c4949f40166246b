package dev.writ.dsl.imports;

import java.util.regex.Pattern;

/**
 * A place in a tool list, such as {@code tools[3].inputSchema.properties.to}.
 *
 * @param text the place, fit to be shown
 */
record JsonPlace(String text) {
  private static final Pattern PLAIN = Pattern.compile("[$A-Za-z_][A-Za-z0-9_-]{0,79}");

  JsonPlace member(String name) {
    if (!PLAIN.matcher(name).matches()) {
      return new JsonPlace(text + "[\"" + PlainText.shortened(name, 80) + "\"]");
    }
    return new JsonPlace(text.isEmpty() ? name : text + "." + name);
  }

  JsonPlace item(int index) {
    return new JsonPlace(text + "[" + index + "]");
  }

  @Override
  public String toString() {
    return text;
  }
}
