package dev.writ.core.model;

/** What a JSON value is, in a message: {@code an object}. Stateless, thread-safe. */
public final class JsonKind implements Json.Visitor<String> {

  private static final JsonKind INSTANCE = new JsonKind();

  private JsonKind() {}

  /** The word for the kind of this value, with its article. */
  public static String of(Json json) {
    return json.accept(INSTANCE);
  }

  @Override
  public String visitNull(Json.Null json) {
    return "null";
  }

  @Override
  public String visitBool(Json.Bool json) {
    return "a boolean";
  }

  @Override
  public String visitNum(Json.Num json) {
    return "a number";
  }

  @Override
  public String visitStr(Json.Str json) {
    return "a string";
  }

  @Override
  public String visitArr(Json.Arr json) {
    return "an array";
  }

  @Override
  public String visitObj(Json.Obj json) {
    return "an object";
  }
}
