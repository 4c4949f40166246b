package dev.writ.dsl.cli;

import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.util.Objects;

/** The files of a small scenario: the policies of the language reference, section 1, and data. */
final class Samples {
  private Samples() {}

  /** The folder of policies. */
  static String policies() {
    return file("policies");
  }

  /** A file of the scenario. */
  static String file(String name) {
    URL found =
        Objects.requireNonNull(Samples.class.getResource("/cli/" + name), "resource /cli/" + name);
    try {
      return Path.of(found.toURI()).toString();
    } catch (URISyntaxException e) {
      throw new AssertionError(e);
    }
  }
}
