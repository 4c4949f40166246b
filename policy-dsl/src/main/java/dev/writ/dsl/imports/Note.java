package dev.writ.dsl.imports;

/**
 * Something of a tool list that the schema does not say.
 *
 * @param tool the tool, fit to be shown; empty where it is about the whole list
 * @param place in the tool, fit to be shown; empty where it is about the whole tool
 * @param text one sentence, as a diagnostic words it
 */
public record Note(String tool, String place, String text) {

  @Override
  public String toString() {
    String where = tool.isEmpty() ? "" : "tool `" + tool + "`: ";
    return where + (place.isEmpty() ? "" : "`" + place + "`: ") + text;
  }
}
