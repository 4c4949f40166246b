package dev.writ.dsl.ast;

import dev.writ.dsl.source.SourceText;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One policy file.
 *
 * <p>The text is a location: it is no part of equality, as spans are not.
 *
 * @param source the text that the spans of the tree point into
 * @param module the module header, or null where the file has none
 * @param uses the uses in the order written
 * @param declarations the declarations in the order written
 * @param comments the comments in the order written
 */
public record PolicyFile(
    SourceText source,
    @Nullable ModuleHeader module,
    List<UseDecl> uses,
    List<Declaration> declarations,
    List<Comment> comments) {

  /** Copies the lists. */
  public PolicyFile {
    uses = List.copyOf(uses);
    declarations = List.copyOf(declarations);
    comments = List.copyOf(comments);
  }

  /** Returns whether both files say the same, wherever it stands. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof PolicyFile that
        && Objects.equals(module, that.module)
        && uses.equals(that.uses)
        && declarations.equals(that.declarations)
        && comments.equals(that.comments);
  }

  @Override
  public int hashCode() {
    return Objects.hash(module, uses, declarations, comments);
  }
}
