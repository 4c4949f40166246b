package dev.writ.core.ir;

import dev.writ.core.model.Json;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A sealed family of records, as objects whose {@code kind} names the record; constants of an enum
 * that belongs to the family are strings.
 */
final class SealedForm implements JsonForm {

  private final Map<Class<?>, JsonForm> byType = new HashMap<>();
  private final Map<String, JsonForm> byKind = new TreeMap<>();
  private @Nullable JsonForm constants;

  void addKind(Class<?> type, String kind, JsonForm form) {
    byType.put(type, form);
    byKind.put(kind, form);
  }

  void addEnum(Class<?> type, JsonForm form) {
    byType.put(type, form);
    constants = form;
  }

  @Override
  public Json write(Object value) {
    return form(value).write(value);
  }

  @Override
  public void canonical(Object value, CanonicalText out) {
    form(value).canonical(value, out);
  }

  private JsonForm form(Object value) {
    JsonForm form = byType.get(value.getClass());
    if (form == null) {
      throw new IllegalStateException("no JSON form for " + value.getClass());
    }
    return form;
  }

  @Override
  public Object read(Json json, JsonPlace place) {
    if (constants != null && json instanceof Json.Str) {
      return constants.read(json, place);
    }
    Map<String, Json> members = JsonForm.object(json, place).members();
    String word = JsonForm.string(members, RecordForm.KIND, place);
    JsonForm form = byKind.get(word);
    if (form == null) {
      throw place
          .member(RecordForm.KIND)
          .wrong("unknown kind `" + word + "`, expected one of " + byKind.keySet());
    }
    return form.read(json, place);
  }
}
