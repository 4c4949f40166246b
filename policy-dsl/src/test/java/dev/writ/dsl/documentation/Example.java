package dev.writ.dsl.documentation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A block of policy text on a page.
 *
 * @param page the file it stands in
 * @param line the number of its first line
 * @param text what the reader sees
 * @param name what later blocks call it, or null
 * @param with what is compiled with it: the names of blocks
 * @param template text in which it stands for {@code …}; these dots alone where it stands for
 *     itself
 * @param perLine whether each line stands in the template for itself
 * @param error the code that it shows, such as {@code W0204}, or null
 */
record Example(
    String page,
    int line,
    String text,
    @Nullable String name,
    List<String> with,
    String template,
    boolean perLine,
    @Nullable String error) {

  Example {
    with = List.copyOf(with);
  }

  /** Returns whether it is whole as it stands: a file, or some declarations. */
  boolean isWhole() {
    return template.equals(Page.WHOLE);
  }

  @Override
  public String toString() {
    return page + ":" + line;
  }
}
