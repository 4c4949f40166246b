package dev.writ.bench.contender;

import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;

/**
 * All systems there are adapters for: those here, and those that the class path brings as services.
 */
public final class Contenders {
  private static final List<Contender> OWN =
      List.of(
          new Floor(),
          new WritProgram(),
          new WritEngine(),
          new WritReference(),
          new Cedar(),
          new CelFused(),
          new CelApart(),
          new JCasbin());

  private Contenders() {}

  /** All, the floor first. */
  public static List<Contender> all() {
    List<Contender> all = new ArrayList<>(OWN);
    ServiceLoader.load(Contender.class).forEach(all::add);
    return List.copyOf(all);
  }

  /**
   * The one of this name.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static Contender named(String name) {
    return all().stream()
        .filter(contender -> contender.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "there is no contender `"
                        + name
                        + "`, only "
                        + all().stream().map(Contender::name).toList()));
  }
}
