package dev.writ.bench.contender;

import java.util.List;

/** All systems there are adapters for. */
public final class Contenders {
  private static final List<Contender> ALL =
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
    return ALL;
  }

  /**
   * The one of this name.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static Contender named(String name) {
    return ALL.stream()
        .filter(contender -> contender.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "there is no contender `"
                        + name
                        + "`, only "
                        + ALL.stream().map(Contender::name).toList()));
  }
}
