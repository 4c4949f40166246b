package dev.writ.dsl.check.expression;

import dev.writ.core.model.Type;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A part of a path, URL or command. */
public enum Part {
  /** The last segment of a path. */
  PATH_NAME(Kind.PATH, "name", false),
  /** The scheme of a URL. */
  URL_SCHEME(Kind.URL, "scheme", false),
  /** The host of a URL. */
  URL_HOST(Kind.URL, "host", false),
  /** The port of a URL, where one is written. */
  URL_PORT(Kind.URL, "port", true),
  /** The path of a URL. */
  URL_PATH(Kind.URL, "path", false),
  /** The first word of a command. */
  COMMAND_PROGRAM(Kind.COMMAND, "program", false),
  /** The second word of a command, where there is one. */
  COMMAND_FIRST(Kind.COMMAND, "first", true),
  /** The words of a command after the first. */
  COMMAND_ARGS(Kind.COMMAND, "args", false);

  private enum Kind {
    PATH,
    URL,
    COMMAND
  }

  private final Kind kind;
  private final String word;
  private final boolean optional;

  Part(Kind kind, String word, boolean optional) {
    this.kind = kind;
    this.word = word;
    this.optional = optional;
  }

  /** Returns the word after the dot. */
  public String word() {
    return word;
  }

  Type type() {
    return switch (this) {
      case PATH_NAME, URL_SCHEME, URL_HOST, COMMAND_PROGRAM, COMMAND_FIRST -> Type.Scalar.STRING;
      case URL_PORT -> Type.Scalar.INT;
      case URL_PATH -> Type.PathType.ABSOLUTE;
      case COMMAND_ARGS -> new Type.SetType(Type.Scalar.STRING, 0, Sets.MANY);
    };
  }

  boolean optional() {
    return optional;
  }

  /** The part of a type that a word names, or null. */
  static @Nullable Part find(Type of, String word) {
    for (Part part : partsOf(of)) {
      if (part.word.equals(word)) {
        return part;
      }
    }
    return null;
  }

  /** The parts that values of a type have; none for most types. */
  static List<Part> partsOf(Type of) {
    return Arrays.stream(values()).filter(part -> part.isOf(of)).toList();
  }

  private boolean isOf(Type of) {
    return switch (kind) {
      case PATH -> of instanceof Type.PathType;
      case URL -> of == Type.Scalar.URL;
      case COMMAND -> of == Type.Scalar.COMMAND;
    };
  }
}
