package dev.writ.dsl.check.expression;

import dev.writ.dsl.ast.DottedPath;
import dev.writ.dsl.ast.Expression;
import dev.writ.dsl.ast.Identifier;
import dev.writ.dsl.ast.Member;
import dev.writ.dsl.ast.NameReference;
import dev.writ.dsl.ast.Root;
import dev.writ.dsl.ast.RootReference;

/** Reads the dotted paths of heads and clauses as expressions. */
public final class PathExpressions {
  private PathExpressions() {}

  /**
   * Returns the expression that a path stands for. Facts are kept by identity, so keep the object.
   */
  public static Expression of(DottedPath path) {
    Expression found = root(path.root());
    for (Identifier part : path.parts().subList(1, path.parts().size())) {
      found = new Member(found, part, found.span().to(part.span()));
    }
    return found;
  }

  private static Expression root(Identifier first) {
    for (Root root : Root.values()) {
      if (root.word().equals(first.text())) {
        return new RootReference(root, first.span());
      }
    }
    return new NameReference(first, first.span());
  }
}
