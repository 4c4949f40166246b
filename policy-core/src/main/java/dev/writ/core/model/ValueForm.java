package dev.writ.core.model;

/** How the values of one type are read from JSON. */
interface ValueForm {

  /**
   * The value that the JSON stands for.
   *
   * @throws InvalidValueException if it is none
   */
  Value read(Json json, Place place) throws InvalidValueException;
}
