package dev.writ.dsl.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourceTextTest {

  @ParameterizedTest
  @CsvSource({"0,1,1", "1,1,2", "2,1,3", "3,2,1", "5,3,1", "6,3,2", "8,3,3", "9,4,1"})
  void offset_anyLineBreak_isLocatedInCodePoints(int offset, int line, int column) {
    SourceText text = new SourceText("a.writ", "ab\nc\rx\uD83D\uDE00\r");

    assertThat(text.locate(offset)).isEqualTo(new Location(line, column));
  }

  @Test
  void crlf_inText_isOneBreak() {
    SourceText text = new SourceText("a.writ", "ab\r\ncd");

    assertThat(text.lineCount()).isEqualTo(2);
    assertThat(text.lineStart(2)).isEqualTo(4);
    assertThat(text.lineEnd(1)).isEqualTo(2);
    assertThat(text.lineEnd(2)).isEqualTo(6);
  }

  @Test
  void emptyText_hasOneLine() {
    SourceText text = new SourceText("a.writ", "");

    assertThat(text.lineCount()).isEqualTo(1);
    assertThat(text.locate(0)).isEqualTo(new Location(1, 1));
  }

  @Test
  void offset_behindText_throws() {
    SourceText text = new SourceText("a.writ", "ab");

    assertThatThrownBy(() -> text.locate(3)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> text.locate(-1)).isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void span_ofOtherPlace_isEqual() {
    assertThat(new Span(1, 2)).isEqualTo(new Span(3, 9)).hasSameHashCodeAs(new Span(3, 9));
    assertThat(new Span(4, 6).to(new Span(1, 5)).length()).isEqualTo(5);
    assertThatThrownBy(() -> new Span(2, 1)).isInstanceOf(IllegalArgumentException.class);
  }
}
