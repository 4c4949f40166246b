package dev.writ.dsl.format;

import dev.writ.dsl.ast.Comment;
import dev.writ.dsl.ast.Declaration;
import dev.writ.dsl.ast.PolicyFile;
import dev.writ.dsl.parse.layout.CanonicalLayout;
import java.util.ArrayList;
import java.util.List;

/**
 * Compares a file with its formatted self: the trees must be equal, and each declaration must have
 * the comments it had, those apart that the formatter writes by itself.
 */
final class Fidelity {
  private Fidelity() {}

  static boolean isKept(PolicyFile before, PolicyFile after) {
    return withoutComments(before).equals(withoutComments(after))
        && comments(before, false).equals(comments(after, false))
        && comments(after, true).containsAll(comments(before, true));
  }

  private static PolicyFile withoutComments(PolicyFile file) {
    return new PolicyFile(
        file.source(), file.module(), file.uses(), file.declarations(), List.of());
  }

  /**
   * The comments, each with the number of declarations that start before it, in an order that does
   * not depend on that of clauses.
   */
  private static List<String> comments(PolicyFile file, boolean own) {
    List<String> found = new ArrayList<>();
    List<Declaration> declarations = file.declarations();
    int begun = 0;
    for (Comment comment : file.comments()) {
      int at = comment.span().start();
      while (begun < declarations.size() && declarations.get(begun).span().start() < at) {
        begun++;
      }
      if (CanonicalLayout.writes(comment.text()) == own) {
        found.add(begun + " " + comment.text());
      }
    }
    found.sort(null);
    return found;
  }
}
