package dev.writ.core.engine;

/**
 * Told by a {@link BundleWatcher} of each bundle that runs from now on, and once of each trouble.
 * It is called on the thread that polls, after the change; what it throws is logged.
 */
@FunctionalInterface
public interface BundleListener {

  /** A bundle runs, or something is in its way. */
  void onBundle(BundleEvent event);
}
