package dev.writ.core.ir;

import dev.writ.core.model.Json;
import dev.writ.core.model.JsonWriter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Lists and sets, as arrays; a set in the order of its elements' JSON, each of them once. */
final class CollectionForm implements JsonForm {

  /** What the array becomes. */
  enum Kind {
    LIST,
    SET,
    SORTED_SET
  }

  private final Kind kind;
  private final JsonForm element;

  CollectionForm(Kind kind, JsonForm element) {
    this.kind = kind;
    this.element = element;
  }

  @Override
  public Json write(Object value) {
    List<Json> items = new ArrayList<>();
    for (Object each : (Iterable<?>) value) {
      items.add(element.write(each));
    }
    if (kind == Kind.SET) {
      items.sort(Comparator.comparing(JsonWriter::canonical));
    }
    return new Json.Arr(items);
  }

  @Override
  public void canonical(Object value, CanonicalText out) {
    switch (kind) {
      case SET -> out.add(write(value));
      case SORTED_SET -> out.again(value, () -> items(value, out));
      case LIST -> items(value, out);
    }
  }

  private void items(Object value, CanonicalText out) {
    out.add("[");
    String separator = "";
    for (Object each : (Iterable<?>) value) {
      out.add(separator);
      if (element instanceof SealedForm) {
        out.again(each, () -> element.canonical(each, out));
      } else {
        element.canonical(each, out);
      }
      out.written();
      separator = ",";
    }
    out.add("]");
  }

  @Override
  public Object read(Json json, JsonPlace place) {
    List<Json> items = JsonForm.array(json, place).items();
    List<Object> elements = new ArrayList<>(items.size());
    for (int i = 0; i < items.size(); i++) {
      elements.add(element.read(items.get(i), place.item(i)));
    }
    if (kind == Kind.LIST) {
      return elements;
    }
    Set<Object> set = kind == Kind.SORTED_SET ? new TreeSet<>() : new LinkedHashSet<>();
    for (int i = 0; i < elements.size(); i++) {
      if (!set.add(elements.get(i))) {
        throw place.item(i).wrong("the element stands twice in a set");
      }
    }
    return set;
  }
}
