package dev.writ.examples.coreonly;

import dev.writ.core.decision.Decision;
import dev.writ.core.engine.BundleWatcher;
import dev.writ.core.engine.PolicyEngine;
import dev.writ.core.ir.Bundle;
import dev.writ.core.ir.BundleTrust;
import dev.writ.core.ir.KeyPem;
import dev.writ.core.model.Entities;
import dev.writ.core.model.EntityId;
import dev.writ.core.model.Request;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A service that decides by a signed bundle, with {@code policy-core} and its dependencies alone.
 * It prints a decision a line, and how it was loaded.
 */
public final class CoreOnly {

  private static final List<String> NOT_NEEDED =
      List.of(
          "org.antlr.v4.runtime.Parser",
          "dev.writ.dsl.compile.WritCompiler",
          "picocli.CommandLine");

  private CoreOnly() {}

  /**
   * Decides two deploys.
   *
   * @param args the folder of bundles, the public key of {@code ci}, the entities
   */
  public static void main(String[] args) throws Exception {
    String pem = Files.readString(Path.of(args[1]));
    BundleTrust trust = BundleTrust.in(Map.of("ci", KeyPem.publicKey(pem)));
    Bundle bundle = BundleWatcher.newest(Path.of(args[0]), trust);
    System.out.println("bundle " + bundle.sequence());
    try (PolicyEngine engine =
        PolicyEngine.builder(bundle)
            .entities(Entities.readJson(Files.readString(Path.of(args[2]))))
            .callerSupports("log", "notify", "alert")
            .build()) {
      tell(engine.authorize(deploy("dev")));
      tell(engine.authorize(deploy("prod")));
    }
    NOT_NEEDED.forEach(CoreOnly::mustBeAbsent);
    System.out.println("module " + CoreOnly.class.getModule().getName());
  }

  private static Request deploy(String environment) {
    return Request.of(EntityId.of("Agent", "deploy-bot"), "deploy", EntityId.of("Service", "proxy"))
        .arg("environment", environment)
        .arg("ticket", "OPS-1")
        .fact("digest", "sha256:1f");
  }

  private static void tell(Decision decision) {
    System.out.println(
        (decision.permitted() ? "permit " : "deny ") + decision.verdict().reason().code());
  }

  private static void mustBeAbsent(String name) {
    try {
      Class.forName(name);
      throw new IllegalStateException(name + " can be loaded");
    } catch (ClassNotFoundException e) {
      System.out.println("no " + name);
    }
  }
}
