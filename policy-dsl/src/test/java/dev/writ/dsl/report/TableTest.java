package dev.writ.dsl.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

final class TableTest {

  private static final Table TABLE =
      new Table(
          List.of(Column.text("rule"), Column.flexible("what it says"), Column.number("hits")),
          List.of(
              List.of(
                  Cell.of("freeze", Ink.BAD),
                  Cell.of("the service is frozen until further notice"),
                  Cell.of(7)),
              List.of(Cell.of("read"), Cell.of("ok"), Cell.of(1234))));

  @Test
  void render_wideTerminal_alignsColumns() {
    assertThat(TABLE.render(0, false))
        .isEqualTo(
            """
            rule    what it says                                hits
            ──────  ──────────────────────────────────────────  ────
            freeze  the service is frozen until further notice     7
            read    ok                                          1234
            """);
  }

  @Test
  void render_narrowTerminal_cutsTheFlexibleColumnAlone() {
    assertThat(TABLE.render(36, false))
        .isEqualTo(
            """
            rule    what it says            hits
            ──────  ──────────────────────  ────
            freeze  the service is frozen…     7
            read    ok                      1234
            """);
  }

  @Test
  void render_colour_paintsTheTextAndNotThePadding() {
    assertThat(TABLE.render(0, true)).contains("\u001b[31mfreeze\u001b[0m  the");
  }

  @Test
  void render_textBeyondTheBasicPlane_countsCodePoints() {
    Table table =
        new Table(
            List.of(Column.text("a"), Column.text("b")),
            List.of(List.of(Cell.of("😀😀"), Cell.of("x"))));
    assertThat(table.render(0, false)).endsWith("😀😀  x\n");
  }

  @Test
  void cell_controlCharacters_areMadeVisible() {
    assertThat(Cell.of("a\u001b[31mb\n").text()).isEqualTo("a·[31mb·");
  }

  @Test
  void table_rowOfAnotherLength_isRefused() {
    assertThatThrownBy(() -> new Table(List.of(Column.text("a")), List.of(List.of())))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a row has 0 cells for 1 columns");
  }
}
