import org.jspecify.annotations.NullMarked;

/** Decides requests against a typed policy set, entities and the state of authority. */
@NullMarked
module dev.writ.core {
  requires static transitive org.jspecify;
  requires com.fasterxml.jackson.databind;
  requires org.slf4j;
}
