package dev.writ.core.engine;

import java.nio.file.Path;
import java.util.Objects;

/** What a {@link BundleWatcher} has to tell. Immutable. */
public sealed interface BundleEvent {

  /** The file, or the place that is watched where it is about no one file. */
  Path file();

  /**
   * The bundle in this file runs.
   *
   * @param sequence its sequence number
   * @param policySet the hash of its policy set
   */
  record Applied(Path file, long sequence, String policySet) implements BundleEvent {
    public Applied {
      Objects.requireNonNull(file, "file");
      Objects.requireNonNull(policySet, "policySet");
    }
  }

  /**
   * Something is in the way; what ran before goes on.
   *
   * @param problem one sentence on what is wrong
   */
  record Refused(Path file, String problem) implements BundleEvent {
    public Refused {
      Objects.requireNonNull(file, "file");
      Objects.requireNonNull(problem, "problem");
    }
  }
}
