package dev.writ.examples;

import dev.writ.core.decision.Decision;
import dev.writ.core.decision.DeniedException;
import dev.writ.core.engine.PolicyEngine;
import dev.writ.core.ir.PolicySet;
import dev.writ.core.model.Entities;
import dev.writ.core.model.EntityId;
import dev.writ.core.model.JsonException;
import dev.writ.core.model.Request;
import dev.writ.dsl.compile.WritCompiler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The README's example of embedding the engine in a service. */
final class Embedding {

  private Embedding() {}

  /**
   * Asks whether the agent may deploy, and throws if not.
   *
   * @param folder where {@code policies} and {@code entities.json} are
   * @param digest of the build that is to be deployed
   * @throws DeniedException if it may not
   */
  static void deploy(Path folder, String digest) throws IOException, JsonException {
    // README
    PolicySet policies = WritCompiler.compile(folder.resolve("policies")).orThrow();
    try (PolicyEngine engine =
        PolicyEngine.builder(policies)
            .entities(Entities.readJson(Files.readString(folder.resolve("entities.json"))))
            .callerSupports("log", "notify", "alert")
            .build()) {
      Request request =
          Request.of(EntityId.of("Agent", "deploy-bot"), "deploy", EntityId.of("Service", "proxy"))
              .arg("environment", "dev")
              .arg("ticket", "OPS-1") // what the agent chose
              .fact("digest", digest); // what this service knows
      Decision decision =
          engine.authorize(request); // spends what the permit uses; decide() only asks
      decision.requirePermit(); // throws DeniedException, with words that are safe to show an agent
    }
    // end
  }
}
