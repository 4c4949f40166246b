package dev.writ.examples.sreagents;

import dev.writ.core.ir.PolicySet;
import dev.writ.core.model.Entities;
import dev.writ.core.model.JsonException;
import dev.writ.dsl.compile.WritCompiler;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The scenario's policies and entities.
 *
 * @param policies the compiled policies
 * @param entities everybody and everything
 */
record Scenario(PolicySet policies, Entities entities) {

  /** The instant at which the requests are decided and the story starts, a Monday. */
  static final String AT = "2026-03-02T10:00:00Z";

  static Scenario read(Path folder) throws IOException {
    PolicySet policies = WritCompiler.compile(folder.resolve("policies")).orThrow();
    try (InputStream file = Files.newInputStream(folder.resolve("entities.json"))) {
      return new Scenario(policies, Entities.readJson(file));
    } catch (JsonException e) {
      throw new IOException("entities.json: " + e.getMessage(), e);
    }
  }
}
