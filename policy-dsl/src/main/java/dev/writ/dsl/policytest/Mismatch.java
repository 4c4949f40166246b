package dev.writ.dsl.policytest;

import java.util.Objects;

/**
 * Something that a test expected and did not get.
 *
 * @param place the statement that expected it
 * @param expected what was expected, in the words of the language
 * @param got what came instead
 * @param why what an operator is told of the decision; empty where there was none
 */
public record Mismatch(Place place, String expected, String got, String why) {
  public Mismatch {
    Objects.requireNonNull(place, "place");
    Objects.requireNonNull(expected, "expected");
    Objects.requireNonNull(got, "got");
    Objects.requireNonNull(why, "why");
  }
}
