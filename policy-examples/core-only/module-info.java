/** A service that decides by a bundle: it knows the engine and no compiler. */
module dev.writ.examples.coreonly {
  requires dev.writ.core;
}
