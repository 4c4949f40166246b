package dev.writ.dsl.check.expression;

import dev.writ.core.model.CidrValue;
import dev.writ.core.model.CommandValue;
import dev.writ.core.model.InstantValue;
import dev.writ.core.model.InvalidValueException;
import dev.writ.core.model.IpValue;
import dev.writ.core.model.PathValue;
import dev.writ.core.model.SpiffeIdValue;
import dev.writ.core.model.StringValue;
import dev.writ.core.model.Type;
import dev.writ.core.model.UrlValue;
import dev.writ.core.model.Value;

/** Strings that stand for values of other types. */
final class ScalarTexts {
  private ScalarTexts() {}

  /** Whether a string literal is a value of this type where this type is wanted. */
  static boolean isText(Type type) {
    if (type instanceof Type.PathType) {
      return true;
    }
    return type instanceof Type.Scalar scalar
        && switch (scalar) {
          case STRING, URL, IP, CIDR, SPIFFE_ID, COMMAND, INSTANT -> true;
          case BOOL, INT, DECIMAL, DURATION, OPAQUE -> false;
        };
  }

  /**
   * The value of a text type that a string stands for.
   *
   * @throws InvalidValueException if the string is not of its exact form
   */
  static Value parse(String text, Type type) throws InvalidValueException {
    if (type instanceof Type.PathType path) {
      return path.base() == null
          ? PathValue.parse(text)
          : PathValue.parse(text, PathValue.parse(path.base()));
    }
    if (!(type instanceof Type.Scalar scalar)) {
      throw new IllegalArgumentException("no text stands for a " + type);
    }
    return switch (scalar) {
      case STRING -> new StringValue(text);
      case URL -> UrlValue.parse(text);
      case IP -> IpValue.parse(text);
      case CIDR -> CidrValue.parse(text);
      case SPIFFE_ID -> SpiffeIdValue.parse(text);
      case COMMAND -> CommandValue.parse(text);
      case INSTANT -> InstantValue.parse(text);
      case BOOL, INT, DECIMAL, DURATION, OPAQUE ->
          throw new IllegalArgumentException("no text stands for a " + type);
    };
  }
}
