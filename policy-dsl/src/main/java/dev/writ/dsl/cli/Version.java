package dev.writ.dsl.cli;

import picocli.CommandLine.IVersionProvider;

/** Tells the version that the build wrote into the jar. */
final class Version implements IVersionProvider {
  @Override
  public String[] getVersion() {
    return new String[] {"writ " + text() + " (Java " + Runtime.version().feature() + ")"};
  }

  /** The bare version, {@code development} outside the jar. */
  static String text() {
    String built = Version.class.getPackage().getImplementationVersion();
    return built == null ? "development" : built;
  }
}
