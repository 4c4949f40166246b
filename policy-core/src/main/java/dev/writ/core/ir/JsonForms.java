package dev.writ.core.ir;

import dev.writ.core.model.EntityId;
import dev.writ.core.model.Json;
import dev.writ.core.model.RecordValue;
import dev.writ.core.model.Schema;
import dev.writ.core.model.Type;
import dev.writ.core.model.UrlValue;
import dev.writ.core.model.Value;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;

/**
 * The JSON forms of the records of the policy set, derived from their components, so that a new
 * record or component has one without a word here.
 *
 * <p>Not thread-safe while it derives; the forms are.
 */
final class JsonForms {

  private final Map<java.lang.reflect.Type, JsonForm> known = new HashMap<>();

  /**
   * Forms that read enums of the language by their names.
   *
   * @param enums the enums that may be named
   */
  JsonForms(Map<String, Type.EnumType> enums) {
    known.put(String.class, ScalarForm.STRING);
    known.put(boolean.class, ScalarForm.BOOLEAN);
    known.put(long.class, ScalarForm.LONG);
    known.put(Long.class, ScalarForm.LONG);
    known.put(int.class, ScalarForm.INT);
    known.put(Integer.class, ScalarForm.INT);
    known.put(Json.class, ScalarForm.JSON);
    known.put(EntityId.class, new EntityIdForm(null, this));
    known.put(Type.EnumType.class, new EnumReferenceForm(enums));
  }

  /** The form of the definition of an enum of the language. */
  static JsonForm enumDefinition() {
    return new RecordForm(Type.EnumType.class, null, new JsonForms(Map.of()));
  }

  /** The form of a component of a record. */
  JsonForm of(RecordComponent component) {
    if (component.getDeclaringRecord() == Schema.class && component.getName().equals("enums")) {
      return new MapForm(enumDefinition());
    }
    return of(component.getGenericType());
  }

  /** The form of a type. */
  JsonForm of(java.lang.reflect.Type type) {
    JsonForm form = known.get(type);
    if (form == null) {
      form = derive(type);
      known.put(type, form);
    }
    return form;
  }

  private JsonForm derive(java.lang.reflect.Type type) {
    if (type instanceof ParameterizedType generic) {
      return collection((Class<?>) generic.getRawType(), generic.getActualTypeArguments());
    }
    if (type instanceof Class<?> of) {
      if (of.isRecord()) {
        return new RecordForm(of, null, this);
      }
      if (of.isEnum()) {
        return new EnumForm(of);
      }
      if (of.isSealed()) {
        return family(of);
      }
    }
    throw new IllegalStateException("no JSON form for " + type);
  }

  private JsonForm collection(Class<?> raw, java.lang.reflect.Type[] arguments) {
    if (raw == List.class) {
      return new CollectionForm(CollectionForm.Kind.LIST, of(arguments[0]));
    }
    if (raw == SortedSet.class) {
      return new CollectionForm(CollectionForm.Kind.SORTED_SET, of(arguments[0]));
    }
    if (raw == Set.class) {
      return new CollectionForm(CollectionForm.Kind.SET, of(arguments[0]));
    }
    if (raw == SortedMap.class && arguments[0] == String.class) {
      return new MapForm(of(arguments[1]));
    }
    throw new IllegalStateException("no JSON form for " + raw);
  }

  private JsonForm family(Class<?> type) {
    SealedForm form = new SealedForm();
    known.put(type, form);
    for (Class<?> member : type.getPermittedSubclasses()) {
      if (member.isEnum()) {
        form.addEnum(member, new EnumForm(member));
      } else if (member == Type.EnumType.class) {
        form.addKind(member, EnumReferenceForm.KIND, of(member));
      } else if (member == UrlValue.class) {
        form.addKind(member, UrlForm.KIND, UrlForm.INSTANCE);
      } else if (member == EntityId.class) {
        form.addKind(member, EntityIdForm.KIND, new EntityIdForm(EntityIdForm.KIND, this));
      } else if (member == RecordValue.class) {
        form.addKind(member, FieldsForm.KIND, new FieldsForm(of(Value.class)));
      } else {
        String kind = kind(member);
        form.addKind(member, kind, new RecordForm(member, kind, this));
      }
    }
    return form;
  }

  private static String kind(Class<?> type) {
    String name = type.getSimpleName();
    return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
  }
}
