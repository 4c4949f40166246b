package dev.writ.dsl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

final class InputLinesTest {

  @Test
  void lines_withBlankOnesBetween_keepTheirNumbers() throws IOException {
    assertThat(lines("a\n\n \t\r\nb\r\n\nc")).containsExactly("1:a", "4:b\r", "6:c");
  }

  @Test
  void stream_withoutLines_hasNone() throws IOException {
    assertThat(lines("")).isEmpty();
    assertThat(lines("\n \n")).isEmpty();
    assertThat(lines("  ")).isEmpty();
  }

  @Test
  void line_beyondTheLimit_isPassedOverAndTheNextOneRead() throws IOException {
    InputLines lines = of("x".repeat(InputLines.LONGEST + 1) + "\ny\n");
    InputLines.Line first = Objects.requireNonNull(lines.next());
    assertThat(first.bytes()).isNull();
    InputLines.Line second = Objects.requireNonNull(lines.next());
    assertThat(second.number()).isEqualTo(2);
    assertThat(second.bytes()).containsExactly('y');
    assertThat(lines.next()).isNull();
  }

  private static InputLines of(String text) {
    return new InputLines(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }

  private static List<String> lines(String text) throws IOException {
    InputLines lines = of(text);
    List<String> found = new ArrayList<>();
    for (InputLines.Line line = lines.next(); line != null; line = lines.next()) {
      found.add(line.number() + ":" + new String(line.bytes(), StandardCharsets.UTF_8));
    }
    return found;
  }
}
