package dev.writ.core.reference;

/**
 * What a part of a call of a tool comes to, worked out when it is asked for.
 *
 * @param <T> what it comes to
 */
@FunctionalInterface
interface Refusable<T> {

  /**
   * Works it out.
   *
   * @throws RefusedToolCallException if the part does not fit
   */
  T get() throws RefusedToolCallException;
}
