package dev.writ.dsl.cli;

/** Answers one question in JSON: a request, or a call of a tool. */
@FunctionalInterface
interface Answering {

  /**
   * Answers it.
   *
   * @param utf8 the JSON text
   * @throws InvalidRequestTextException if it is none
   */
  Answer answer(byte[] utf8) throws InvalidRequestTextException;
}
