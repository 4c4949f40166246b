package dev.writ.core.ir;

import dev.writ.core.model.Json;
import dev.writ.core.model.JsonObject;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A record, as an object with one member for each component; a component that may be null is left
 * out where it is.
 */
final class RecordForm implements JsonForm {

  /** The member that tells which record of a sealed family an object is. */
  static final String KIND = "kind";

  /** The components by name, as canonical text has them. */
  private final List<Component> sorted;

  private record Component(RecordComponent component, JsonForm form, boolean nullable) {
    String name() {
      return component.getName();
    }
  }

  private final Class<?> type;
  private final @Nullable String kind;
  private final List<Component> components = new ArrayList<>();
  private final Constructor<?> constructor;

  /**
   * The form of a record.
   *
   * @param type the record
   * @param kind what {@code kind} says where the record is of a sealed family, else null
   * @param forms the forms of its components
   */
  RecordForm(Class<?> type, @Nullable String kind, JsonForms forms) {
    this.type = type;
    this.kind = kind;
    for (RecordComponent component : type.getRecordComponents()) {
      components.add(
          new Component(component, forms.of(component), NullableComponents.contains(component)));
    }
    sorted = components.stream().sorted(Comparator.comparing(Component::name)).toList();
    try {
      constructor =
          type.getConstructor(
              Arrays.stream(type.getRecordComponents())
                  .map(RecordComponent::getType)
                  .toArray(Class<?>[]::new));
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException("no public constructor: " + type, e);
    }
  }

  @Override
  public Json write(Object value) {
    JsonObject members = Json.object();
    if (kind != null) {
      members.put(KIND, kind);
    }
    for (Component component : components) {
      Object part = read(component, value);
      if (part != null) {
        members.put(component.name(), component.form().write(part));
      }
    }
    return members.build();
  }

  @Override
  public void canonical(Object value, CanonicalText out) {
    String separator = "{";
    boolean told = kind == null;
    for (Component component : sorted) {
      if (!told && component.name().compareTo(KIND) > 0) {
        out.add(separator).add("\"kind\":\"").add(String.valueOf(kind)).add("\"");
        separator = ",";
        told = true;
      }
      Object part = read(component, value);
      if (part != null) {
        out.add(separator).add("\"").add(component.name()).add("\":");
        component.form().canonical(part, out);
        separator = ",";
      }
    }
    if (!told) {
      out.add(separator).add("\"kind\":\"").add(String.valueOf(kind)).add("\"");
      separator = ",";
    }
    out.add(separator.equals("{") ? "{}" : "}");
  }

  private static @Nullable Object read(Component component, Object value) {
    try {
      return component.component().getAccessor().invoke(value);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("cannot read " + component.component(), e);
    }
  }

  @Override
  public Object read(Json json, JsonPlace place) {
    Map<String, Json> members = JsonForm.object(json, place).members();
    @Nullable Object[] parts = new Object[components.size()];
    int known = kind != null && members.containsKey(KIND) ? 1 : 0;
    for (Component component : components) {
      known += members.containsKey(component.name()) ? 1 : 0;
    }
    if (known < members.size()) {
      refuseUnknown(members, place);
    }
    for (int i = 0; i < parts.length; i++) {
      parts[i] = read(components.get(i), members, place);
    }
    try {
      return constructor.newInstance(parts);
    } catch (InvocationTargetException e) {
      Throwable cause = e.getCause();
      throw place.wrong(cause == null ? "not accepted" : String.valueOf(cause.getMessage()));
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("cannot create " + type, e);
    }
  }

  private static @Nullable Object read(
      Component component, Map<String, Json> members, JsonPlace place) {
    Json member = members.get(component.name());
    if (member != null) {
      return component.form().read(member, place.member(component.name()));
    }
    if (component.nullable()) {
      return null;
    }
    throw place.wrong("missing field `" + component.name() + "`");
  }

  private void refuseUnknown(Map<String, Json> members, JsonPlace place) {
    for (String name : members.keySet()) {
      boolean known =
          (kind != null && name.equals(KIND))
              || components.stream().anyMatch(component -> component.name().equals(name));
      if (!known) {
        throw place.wrong("unknown field `" + name + "`");
      }
    }
  }
}
