package dev.writ.core.engine;

/** Says why the entities of a request could not be loaded. */
final class EntityLoadException extends Exception {
  private static final long serialVersionUID = 1L;

  EntityLoadException(String message) {
    super(message);
  }

  EntityLoadException(String message, Throwable cause) {
    super(message, cause);
  }
}
