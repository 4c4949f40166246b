package dev.writ.core.ir;

/** A text that is not the key that was asked for. Its message never holds a part of the text. */
public final class KeyPemException extends Exception {

  private static final long serialVersionUID = 1L;

  /**
   * @param message one lowercase sentence on what is wrong
   */
  KeyPemException(String message) {
    super(message);
  }
}
