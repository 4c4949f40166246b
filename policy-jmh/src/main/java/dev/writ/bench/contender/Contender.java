package dev.writ.bench.contender;

import dev.writ.bench.scenario.Decider;
import dev.writ.bench.scenario.Scenario;
import org.jspecify.annotations.Nullable;

/** A system that decides scenarios. Immutable, thread-safe. */
public interface Contender {

  /** The name on the command line and in tables. */
  String name();

  /**
   * Makes everything ready that a service would make ready once: policies loaded, entities known,
   * and each request in the form in which the system takes one.
   *
   * @return what decides the scenario's requests, or null where nobody has written the scenario's
   *     policies for this system
   */
  @Nullable Decider prepare(Scenario scenario);
}
