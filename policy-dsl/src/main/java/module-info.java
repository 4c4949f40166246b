import org.jspecify.annotations.NullMarked;

/** Turns policy text into the typed policy set that {@code dev.writ.core} decides with. */
@NullMarked
module dev.writ.dsl {
  exports dev.writ.dsl.ast;
  exports dev.writ.dsl.check;
  exports dev.writ.dsl.check.expression;
  exports dev.writ.dsl.compile;
  exports dev.writ.dsl.format;
  exports dev.writ.dsl.lint;
  exports dev.writ.dsl.parse;
  exports dev.writ.dsl.source;

  requires static info.picocli;
  requires static jdk.management;
  requires static transitive org.jspecify;
  requires java.xml;
  requires transitive dev.writ.core;
  requires org.antlr.antlr4.runtime;

  opens dev.writ.dsl.cli to
      info.picocli;
}
