package dev.writ.dsl.lint;

import dev.writ.dsl.source.Diagnostic;
import java.util.function.Consumer;

/** One kind of finding: looks through a whole policy set for it. Stateless. */
interface Finding {

  /** Hands on each place of the set where it is found, in any order. */
  void find(LintedSet set, Consumer<Diagnostic> found);
}
