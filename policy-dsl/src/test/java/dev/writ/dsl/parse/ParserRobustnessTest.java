package dev.writ.dsl.parse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.writ.dsl.golden.Golden;
import dev.writ.dsl.grammar.WritLexer;
import dev.writ.dsl.source.Diagnostic;
import dev.writ.dsl.source.DiagnosticRenderer;
import dev.writ.dsl.source.Palette;
import dev.writ.dsl.source.SourceText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.Token;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Damaged programs are answered by diagnostics, never by an exception, and in good time. */
class ParserRobustnessTest {
  private static final DiagnosticRenderer RENDERER = new DiagnosticRenderer(Palette.NONE);

  static List<Path> files() {
    return Golden.cases("ast");
  }

  private static ParseResult parse(String text) {
    ParseResult result = Parser.parse(new SourceText("a.writ", text), ParseLimits.defaults());
    for (Diagnostic d : result.diagnostics()) {
      assertThat(d.span().end()).isLessThanOrEqualTo(text.length());
      assertThat(RENDERER.render(d)).contains(d.message());
    }
    return result;
  }

  private static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    WritLexer lexer = new WritLexer(CharStreams.fromString(text));
    for (Token t = lexer.nextToken(); t.getType() != Token.EOF; t = lexer.nextToken()) {
      words.add(t.getText());
    }
    return words;
  }

  @ParameterizedTest
  @MethodSource("files")
  void program_cutAnywhere_isAnswered(Path file) {
    String text = Golden.read(file);
    int withErrors = 0;
    for (int end = 0; end < text.length(); end += 17) {
      withErrors += parse(text.substring(0, end)).hasErrors() ? 1 : 0;
    }
    assertThat(withErrors).isGreaterThan(text.length() / 34);
  }

  @ParameterizedTest
  @ValueSource(strings = {"scope (", "tool (", "as", "entity (", "("})
  void program_brokenAtItsStart_isAnswered(String text) {
    assertThat(parse(text).hasErrors()).isTrue();
  }

  @ParameterizedTest
  @MethodSource("files")
  void program_withWordsChanged_isAnswered(Path file) {
    List<String> words = words(Golden.read(file));
    Random random = new Random(42);
    int withErrors = 0;
    for (int round = 0; round < 150; round++) {
      List<String> damaged = new ArrayList<>(words);
      for (int change = 0; change <= round % 4; change++) {
        damage(damaged, words, random);
      }
      withErrors += parse(String.join("", damaged)).hasErrors() ? 1 : 0;
    }
    assertThat(withErrors).isGreaterThan(40);
  }

  private static void damage(List<String> damaged, List<String> words, Random random) {
    int at = random.nextInt(damaged.size());
    String other = words.get(random.nextInt(words.size()));
    switch (random.nextInt(4)) {
      case 0 -> damaged.remove(at);
      case 1 -> damaged.add(at, " " + other + " ");
      case 2 -> damaged.set(at, other);
      default -> damaged.set(at, damaged.get(at) + "\uD83D\uDE00");
    }
  }
}
