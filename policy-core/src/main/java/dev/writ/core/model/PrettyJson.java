package dev.writ.core.model;

import java.util.Map;

/** Writes the form for readers ({@link JsonWriter#pretty}). */
record PrettyJson(StringBuilder out, String newLine) implements Json.Visitor<StringBuilder> {

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
    return out.append(json.text());
  }

  @Override
  public StringBuilder visitStr(Json.Str json) {
    JsonText.quote(out, json.value());
    return out;
  }

  @Override
  public StringBuilder visitArr(Json.Arr json) {
    if (json.items().isEmpty()) {
      return out.append("[]");
    }
    PrettyJson inner = new PrettyJson(out, newLine + "  ");
    String separator = "[";
    for (Json item : json.items()) {
      out.append(separator).append(inner.newLine);
      item.accept(inner);
      separator = ",";
    }
    return out.append(newLine).append(']');
  }

  @Override
  public StringBuilder visitObj(Json.Obj json) {
    if (json.members().isEmpty()) {
      return out.append("{}");
    }
    PrettyJson inner = new PrettyJson(out, newLine + "  ");
    String separator = "{";
    for (Map.Entry<String, Json> member : json.members().entrySet()) {
      out.append(separator).append(inner.newLine);
      JsonText.quote(out, member.getKey());
      out.append(": ");
      member.getValue().accept(inner);
      separator = ",";
    }
    return out.append(newLine).append('}');
  }
}
