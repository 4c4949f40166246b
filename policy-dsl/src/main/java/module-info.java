import org.jspecify.annotations.NullMarked;

/** Turns policy text into the typed policy set that {@code dev.writ.core} decides with. */
@NullMarked
module dev.writ.dsl {
  requires static info.picocli;
  requires static transitive org.jspecify;
  requires java.xml;
  requires transitive dev.writ.core;
  requires org.antlr.antlr4.runtime;
}
