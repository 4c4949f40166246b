package dev.writ.dsl.parse.layout;

import org.jspecify.annotations.Nullable;

/** One method for each kind of {@link Doc}. */
interface DocVisitor<R extends @Nullable Object> {
  R visitWord(Word doc);

  R visitGap(Gap doc);

  R visitSequence(Sequence doc);

  R visitNest(Nest doc);

  R visitGroup(Group doc);

  R visitFill(Fill doc);

  R visitHug(Hug doc);
}
