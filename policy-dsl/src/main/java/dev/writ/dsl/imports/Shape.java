package dev.writ.dsl.imports;

import java.util.List;

/**
 * What a JSON Schema allows, as a type of the language. Two shapes are one type where their {@link
 * #key()} is equal; notes and descriptions in them do not count.
 */
sealed interface Shape permits ScalarShape, EnumShape, RecordShape, SetShape, MapShape {

  /** The same text for shapes that are one type, another one for others. */
  String key();

  /** How many types it is made of, those in records and sets included. */
  int size();

  /** Whether a set or a map can hold it. */
  boolean isPlain();

  /** The shapes that it is made of directly. */
  List<Shape> parts();

  /** The type as it is written, by the names of those that have one. */
  String text(TypeNames names);
}
