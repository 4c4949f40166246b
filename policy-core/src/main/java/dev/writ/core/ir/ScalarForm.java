package dev.writ.core.ir;

import dev.writ.core.model.Json;
import java.util.regex.Pattern;

/** The forms of strings, booleans, integers and JSON itself. */
enum ScalarForm implements JsonForm {
  STRING {
    @Override
    public Json write(Object value) {
      return Json.of((String) value);
    }

    @Override
    public Object read(Json json, JsonPlace place) {
      return JsonForm.string(json, place);
    }
  },
  BOOLEAN {
    @Override
    public Json write(Object value) {
      return Json.of((Boolean) value);
    }

    @Override
    public Object read(Json json, JsonPlace place) {
      if (json instanceof Json.Bool bool) {
        return bool.value();
      }
      throw place.wrong("expected a boolean, found " + JsonForm.named(json));
    }
  },
  /** A number, or a string beyond what a double holds exactly. */
  LONG {
    @Override
    public Json write(Object value) {
      long number = (Long) value;
      return isExactInDouble(number) ? Json.of(number) : Json.of(Long.toString(number));
    }

    @Override
    public Object read(Json json, JsonPlace place) {
      if (json instanceof Json.Num number) {
        return inRange(integer(number.text(), place), true, place);
      }
      if (json instanceof Json.Str string) {
        return inRange(integer(string.value(), place), false, place);
      }
      throw place.wrong("expected an integer, found " + JsonForm.named(json));
    }
  },
  INT {
    @Override
    public Json write(Object value) {
      return Json.of((Integer) value);
    }

    @Override
    public Object read(Json json, JsonPlace place) {
      if (!(json instanceof Json.Num number)) {
        throw place.wrong("expected an integer, found " + JsonForm.named(json));
      }
      long value = integer(number.text(), place);
      if (value != (int) value) {
        throw place.wrong("the integer `" + number.text() + "` is out of range");
      }
      return (int) value;
    }
  },
  /** Any JSON, as it is. */
  JSON {
    @Override
    public Json write(Object value) {
      return (Json) value;
    }

    @Override
    public Object read(Json json, JsonPlace place) {
      return json;
    }
  };

  private static final long MAX_EXACT = (1L << 53) - 1;
  private static final Pattern INTEGER = Pattern.compile("0|-?[1-9][0-9]{0,18}");

  private static boolean isExactInDouble(long number) {
    return -MAX_EXACT <= number && number <= MAX_EXACT;
  }

  private static long integer(String text, JsonPlace place) {
    if (!INTEGER.matcher(text).matches()) {
      throw place.wrong("expected an integer, found `" + text + "`");
    }
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw place.wrong("the integer `" + text + "` is out of range");
    }
  }

  private static Long inRange(long number, boolean bare, JsonPlace place) {
    if (bare != isExactInDouble(number)) {
      throw place.wrong(
          bare
              ? "the integer `" + number + "` is too large for a number: write it as a string"
              : "the integer `" + number + "` must be written as a number");
    }
    return number;
  }
}
