package dev.writ.core.ir;

import dev.writ.core.model.Json;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Constants of a Java enum, as their lower-case names. */
final class EnumForm implements JsonForm {

  private final Map<String, Object> constants;
  private final Map<Object, Json> written = new HashMap<>();

  EnumForm(Class<?> type) {
    for (Object constant : type.getEnumConstants()) {
      written.put(constant, Json.of(word(constant)));
    }
    constants =
        Arrays.stream(type.getEnumConstants())
            .collect(
                Collectors.toMap(EnumForm::word, constant -> constant, (a, b) -> a, TreeMap::new));
  }

  private static String word(Object constant) {
    return ((Enum<?>) constant).name().toLowerCase(Locale.ROOT);
  }

  @Override
  public Json write(Object value) {
    return Objects.requireNonNull(written.get(value), "constant");
  }

  @Override
  public Object read(Json json, JsonPlace place) {
    String word = JsonForm.string(json, place);
    Object constant = constants.get(word);
    if (constant == null) {
      throw place.wrong("unknown word `" + word + "`, expected one of " + constants.keySet());
    }
    return constant;
  }
}
