package dev.writ.dsl.parse.layout;

/** Measures what follows a piece up to the first place where the line may end. */
final class Tail implements DocVisitor<Boolean> {
  private int left;
  private boolean flat;
  private int from;

  /**
   * @param left the columns that are left
   */
  Tail(int left) {
    this.left = left;
  }

  /** The columns left behind all that was measured; negative if it does not fit. */
  int left() {
    return left;
  }

  /** Measures a piece, and tells whether the line may end in it or it does not fit any more. */
  boolean ends(Doc doc, boolean onOneLine, int fromPart) {
    flat = onOneLine;
    from = fromPart;
    return doc.accept(this);
  }

  @Override
  public Boolean visitWord(Word doc) {
    if (doc.startsWithNotes()) {
      return true;
    }
    left -= doc.width();
    return left < 0 || doc.endsWithNote();
  }

  @Override
  public Boolean visitGap(Gap doc) {
    if (doc == Gap.HARD || doc == Gap.BLANK || (!flat && doc != Gap.SPACE)) {
      return true;
    }
    left -= doc.width();
    return left < 0;
  }

  @Override
  public Boolean visitSequence(Sequence doc) {
    for (Doc part : doc.parts()) {
      if (part.accept(this)) {
        return true;
      }
    }
    return false;
  }

  @Override
  public Boolean visitNest(Nest doc) {
    return doc.body().accept(this);
  }

  @Override
  public Boolean visitGroup(Group doc) {
    boolean outer = flat;
    flat = false;
    boolean ends = doc.body().accept(this);
    flat = outer;
    return ends;
  }

  @Override
  public Boolean visitHug(Hug doc) {
    return doc.body().accept(this);
  }

  @Override
  public Boolean visitFill(Fill doc) {
    if (from > 0 || doc.parts().isEmpty()) {
      return from < doc.parts().size();
    }
    return doc.parts().get(0).accept(this) || doc.parts().size() > 1;
  }
}
