package dev.writ.core.model;

/**
 * Reads JSON as a value of a type.
 *
 * <p>A Bool is {@code true} or {@code false}; an Int a number without fraction or exponent (or,
 * beyond ±(2^53 − 1), a string of its digits, as the canonical form writes it); a Decimal a number
 * or a string, by its text; an enum a string, its spelling; an entity of one type a string, its id,
 * and of any type an object {@code {"type", "id"}}, whose type may be short; a set an array without
 * duplicates; a record and a map an object; everything else but Opaque a string. {@code null} is
 * the same as absent. Immutable, thread-safe.
 */
public final class ValueReader {

  private final ValueForms forms;

  /** A reader of the values of a schema, within limits. */
  public ValueReader(Schema schema, DataLimits limits) {
    this.forms = new ValueForms(schema, limits);
  }

  /**
   * Reads a value.
   *
   * @param place where it stands, for the message: {@code args.to}
   * @throws InvalidValueException if it is no value of the type or passes a limit; the place is
   *     that of the part at fault
   */
  public Value read(Json json, Type type, String place) throws InvalidValueException {
    return type.accept(forms).read(json, Place.at(place));
  }

  /**
   * Reads a record.
   *
   * @param place where it stands, for the message: {@code args}
   * @throws InvalidValueException if a required field is absent, a field is not declared, or one is
   *     no value of its type or passes a limit; the place is that of the field
   */
  public RecordValue readRecord(Json json, Type.RecordType type, String place)
      throws InvalidValueException {
    return forms.record(type, json, Place.at(place));
  }
}
