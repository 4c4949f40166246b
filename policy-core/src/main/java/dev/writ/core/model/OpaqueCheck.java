package dev.writ.core.model;

import java.util.Collection;
import java.util.Optional;
import java.util.function.Function;

/**
 * What is wrong with JSON of no type, if anything: it is nested too deep, or a string or a name in
 * it is too long or no sequence of code points.
 */
record OpaqueCheck(DataLimits limits, int depth) implements Json.Visitor<Optional<String>> {

  @Override
  public Optional<String> visitNull(Json.Null json) {
    return Optional.empty();
  }

  @Override
  public Optional<String> visitBool(Json.Bool json) {
    return Optional.empty();
  }

  @Override
  public Optional<String> visitNum(Json.Num json) {
    return text(json.text());
  }

  @Override
  public Optional<String> visitStr(Json.Str json) {
    return text(json.value());
  }

  private Optional<String> text(String text) {
    return limits.textProblem(text);
  }

  @Override
  public Optional<String> visitArr(Json.Arr json) {
    return nested(json.items());
  }

  @Override
  public Optional<String> visitObj(Json.Obj json) {
    Optional<String> names = first(json.members().keySet(), this::text);
    return names.isPresent() ? names : nested(json.members().values());
  }

  private Optional<String> nested(Collection<Json> items) {
    if (depth == limits.depth()) {
      return Optional.of("arrays and objects are nested deeper than " + limits.depth());
    }
    OpaqueCheck inner = new OpaqueCheck(limits, depth + 1);
    return first(items, item -> item.accept(inner));
  }

  private static <T> Optional<String> first(
      Collection<T> parts, Function<T, Optional<String>> problem) {
    return parts.stream().map(problem).flatMap(Optional::stream).findFirst();
  }
}
