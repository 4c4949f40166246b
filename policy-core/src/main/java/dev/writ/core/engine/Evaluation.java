package dev.writ.core.engine;

import dev.writ.core.model.Request;
import dev.writ.core.reference.Circumstances;

/** How an engine evaluates. An implementation is pure and thread-safe. */
@FunctionalInterface
interface Evaluation {

  /** What this set says of the request in these circumstances. */
  Finding find(Loaded loaded, Request request, Circumstances circumstances);
}
