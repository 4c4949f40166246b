package dev.writ.core.engine;

import java.util.List;

/** A policy set that an engine cannot run. */
public final class PolicyLoadException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<String> problems;

  PolicyLoadException(List<String> problems) {
    super(String.join("\n", problems));
    this.problems = List.copyOf(problems);
  }

  /** Why, one sentence each. */
  public List<String> problems() {
    return problems;
  }
}
