package dev.writ.core.model;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How the values of one type are read from what was told, where nothing is wrong with it.
 *
 * <p>Gives null for whatever {@link ValueForm} refuses, and also for some values that it takes:
 * then the value is read again by that.
 */
interface ToldForm {

  /** The value, or null where it is to be read by the form of its type. */
  @Nullable Value read(Object told);

  /** The form for a type. */
  static ToldForm of(Type type, ValueForms forms) {
    return type.accept(new Making(forms));
  }

  /** Makes the forms. */
  record Making(ValueForms forms) implements Type.Visitor<ToldForm> {
    private static final Place NOWHERE = Place.at("");
    private static final int SURELY_LONG = 18;

    @Override
    public ToldForm visitScalar(Type.Scalar type) {
      return switch (type) {
        case BOOL -> Making::bool;
        case INT -> Making::integer;
        case STRING -> this::string;
        case INSTANT -> written(InstantValue::parse);
        case DURATION -> written(DurationValue::parse);
        case IP -> written(IpValue::parse);
        case CIDR -> written(CidrValue::parse);
        case DECIMAL, URL, SPIFFE_ID, COMMAND, OPAQUE -> other(type);
      };
    }

    @Override
    public ToldForm visitPath(Type.PathType type) {
      return other(type);
    }

    @Override
    public ToldForm visitEnum(Type.EnumType type) {
      Map<String, EnumValue> values = new HashMap<>();
      for (int i = 0; i < type.enumerators().size(); i++) {
        values.putIfAbsent(type.enumerators().get(i).spelling(), new EnumValue(type, i));
      }
      return told -> values.get(text(told));
    }

    @Override
    public ToldForm visitEntity(Type.EntityType type) {
      if (type.types().size() > 1) {
        return other(type);
      }
      String only = type.types().first();
      return told -> {
        String id = text(told);
        return id != null && isPlain(id) ? new EntityId(only, id) : general(type, told);
      };
    }

    @Override
    public ToldForm visitSet(Type.SetType type) {
      return other(type);
    }

    @Override
    public ToldForm visitRecord(Type.RecordType type) {
      return other(type);
    }

    @Override
    public ToldForm visitMap(Type.MapType type) {
      return other(type);
    }

    private ToldForm other(Type type) {
      ValueForm form = type.accept(forms);
      return told -> read(form, told);
    }

    /** What reads a value of its text. */
    private interface Grammar {
      Value parse(String text) throws InvalidValueException;
    }

    private ToldForm written(Grammar grammar) {
      return told -> {
        String text = text(told);
        try {
          return text != null && forms.limits().isText(text) ? grammar.parse(text) : null;
        } catch (InvalidValueException e) {
          return null;
        }
      };
    }

    private @Nullable Value general(Type type, Object told) {
      return read(type.accept(forms), told);
    }

    private static @Nullable Value read(ValueForm form, Object told) {
      try {
        return form.read(Told.json(told), NOWHERE);
      } catch (InvalidValueException e) {
        return null;
      }
    }

    private static @Nullable String text(Object told) {
      if (told instanceof String text) {
        return text;
      }
      return told instanceof Json.Str json ? json.value() : null;
    }

    private boolean isPlain(String text) {
      return !text.isEmpty() && forms.limits().isText(text);
    }

    private static @Nullable Value bool(Object told) {
      if (told instanceof Boolean bool) {
        return bool ? BoolValue.TRUE : BoolValue.FALSE;
      }
      return told instanceof Json.Bool json
          ? (json.value() ? BoolValue.TRUE : BoolValue.FALSE)
          : null;
    }

    private static @Nullable Value integer(Object told) {
      if (told instanceof Number number) {
        return IntValue.of(number.longValue());
      }
      return told instanceof Json.Num json ? digits(json.text()) : null;
    }

    /** The integer of few digits; the grammar of JSON allows no zeros before them. */
    private static @Nullable Value digits(String text) {
      int from = text.charAt(0) == '-' ? 1 : 0;
      if (text.length() - from > SURELY_LONG || (from == 1 && text.charAt(1) == '0')) {
        return null;
      }
      long value = 0;
      for (int i = from; i < text.length(); i++) {
        int digit = text.charAt(i) - '0';
        if (digit < 0 || digit > 9) {
          return null;
        }
        value = 10 * value + digit;
      }
      return IntValue.of(from == 1 ? -value : value);
    }

    private @Nullable Value string(Object told) {
      String text = text(told);
      return text != null && forms.limits().isShort(text) ? StringValue.orNull(text) : null;
    }
  }
}
