package dev.writ.dsl.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class TreeTest {

  private static final Tree TREE =
      new Tree(
          Cell.of("deny", Ink.BAD),
          List.of(
              new Tree(Cell.of("step 2"), List.of(Tree.leaf(Cell.of("freeze")))),
              new Tree(Cell.of("step 3"), List.of(Tree.leaf(Cell.of("scope"))))));

  @Test
  void render_nestedNodes_drawsBranches() {
    assertThat(TREE.render(false))
        .isEqualTo(
            """
            deny
            ├─ step 2
            │  └─ freeze
            └─ step 3
               └─ scope
            """);
  }

  @Test
  void render_colour_paintsLabels() {
    assertThat(TREE.render(true)).startsWith("\u001b[31mdeny\u001b[0m\n");
  }
}
