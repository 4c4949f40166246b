package dev.writ.dsl.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.writ.dsl.ast.Comment;
import dev.writ.dsl.ast.PolicyFile;
import dev.writ.dsl.format.Formatting.Outcome;
import dev.writ.dsl.grammar.WritLexer;
import dev.writ.dsl.parse.ParseLimits;
import dev.writ.dsl.parse.Parser;
import dev.writ.dsl.parse.layout.CanonicalLayout;
import dev.writ.dsl.source.SourceText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.Token;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What must hold of the layout of every text, tried on all policies of the project. */
final class FormatterPropertiesTest {
  private static final ParseLimits LIMITS = ParseLimits.defaults();
  private static final List<Path> FOLDERS =
      List.of(Path.of("src/test/resources"), Path.of("../policy-examples"));

  static Stream<Path> samples() throws IOException {
    List<Path> found = new ArrayList<>();
    for (Path folder : FOLDERS) {
      try (Stream<Path> below = Files.walk(folder)) {
        below
            .filter(path -> path.toString().endsWith(".writ"))
            .filter(path -> !path.toString().contains("target"))
            .filter(path -> parses(read(path)))
            .sorted()
            .forEach(found::add);
      }
    }
    assertThat(found).hasSizeGreaterThan(50);
    return found.stream();
  }

  @ParameterizedTest
  @MethodSource("samples")
  void layout_ofASample_isStableAndSaysTheSame(Path file) {
    checkProperties(read(file));
  }

  @ParameterizedTest
  @MethodSource("samples")
  void layout_ofASampleWithCrlf_isThatWithLfInOtherLineEnds(Path file) {
    String text = read(file).replace("\r", "");
    String crlf = text.replace("\n", "\r\n");
    assertThat(format(crlf)).isEqualTo(format(text).replace("\n", "\r\n"));
  }

  @ParameterizedTest
  @MethodSource("samples")
  void layout_ofASample_doesNotDependOnItsSpaces(Path file) {
    String text = read(file);
    Random random = new Random(7);
    StringBuilder mangled = new StringBuilder();
    for (Token token : tokens(text)) {
      boolean space = token.getType() == WritLexer.SPACE;
      boolean lines = space && token.getText().contains("\n");
      mangled.append(
          !space
              ? token.getText()
              : lines ? blank(token.getText()) + " ".repeat(random.nextInt(5)) : "\t  ");
    }
    assertThat(format(mangled.toString())).isEqualTo(format(text));
  }

  private static String blank(String space) {
    return space.indexOf('\n') == space.lastIndexOf('\n') ? " \n" : "\n \n\t\n";
  }

  @ParameterizedTest
  @MethodSource("samples")
  void comments_atEveryPlaceOfASample_areKept(Path file) {
    String text = read(file);
    checkProperties(commented(text, new Random(1), 1));
    for (int seed = 2; seed < 6; seed++) {
      checkProperties(commented(text, new Random(seed), 4));
    }
  }

  /** The text with comments before one token of so many, beside what stands there or above it. */
  private static String commented(String text, Random random, int oneOf) {
    StringBuilder out = new StringBuilder();
    int number = 0;
    for (Token token : tokens(text)) {
      if (token.getType() != WritLexer.SPACE && random.nextInt(oneOf) == 0) {
        for (int i = random.nextInt(3); i >= 0; i--) {
          out.append(List.of("", "\n", "\n\n", " ").get(random.nextInt(4)));
          out.append("// ").append(number++).append(" \n");
        }
      }
      out.append(token.getText());
    }
    return out.toString();
  }

  private static List<Token> tokens(String text) {
    return List.copyOf(new WritLexer(CharStreams.fromString(text)).getAllTokens());
  }

  private static void checkProperties(String text) {
    String formatted = format(text);
    PolicyFile before = parse(text);
    PolicyFile after = parse(formatted);
    assertThat(after.declarations()).isEqualTo(before.declarations());
    assertThat(after.uses()).isEqualTo(before.uses());
    assertThat(after.module()).isEqualTo(before.module());
    assertThat(comments(after)).containsExactlyInAnyOrderElementsOf(comments(before));
    assertThat(format(formatted)).isEqualTo(formatted);
    assertThat(formatted.lines())
        .allSatisfy(line -> assertThat(line).isEqualTo(line.stripTrailing()));
    assertThat(formatted).doesNotContain("\n\n\n", "\t").doesNotStartWith("\n");
    assertThat(formatted.isEmpty() || formatted.endsWith("\n")).isTrue();
    assertThat(formatted).doesNotEndWith("\n\n");
  }

  private static List<String> comments(PolicyFile file) {
    return file.comments().stream()
        .map(Comment::text)
        .filter(text -> !CanonicalLayout.writes(text))
        .toList();
  }

  private static String format(String text) {
    Formatting formatting = Formatter.format(new SourceText("a.writ", text), LIMITS);
    assertThat(formatting.outcome()).as(text).isEqualTo(Outcome.FORMATTED);
    return formatting.text();
  }

  private static PolicyFile parse(String text) {
    return Parser.parse(new SourceText("a.writ", text), LIMITS).file();
  }

  private static boolean parses(String text) {
    return !Parser.parse(new SourceText("a.writ", text), LIMITS).hasErrors();
  }

  private static String read(Path path) {
    try {
      return Files.readString(path);
    } catch (IOException e) {
      return "?"; // a golden case of a file that is not UTF-8
    }
  }
}
