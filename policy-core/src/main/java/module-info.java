import org.jspecify.annotations.NullMarked;

/** Decides requests against a typed policy set, entities and the state of authority. */
@NullMarked
module dev.writ.core {
  exports dev.writ.core.authority;
  exports dev.writ.core.authzen;
  exports dev.writ.core.decision;
  exports dev.writ.core.engine;
  exports dev.writ.core.ir;
  exports dev.writ.core.model;
  exports dev.writ.core.reference;
  exports dev.writ.core.slice;

  requires static transitive org.jspecify;
  requires static com.github.benmanes.caffeine;
  requires com.fasterxml.jackson.core;
  requires org.slf4j;
}
