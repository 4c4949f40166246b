package dev.writ.core.ir;

import dev.writ.core.model.Json;

/** The word for a kind of JSON value, with its article. */
enum JsonKind implements Json.Visitor<String> {
  INSTANCE;

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
