package dev.writ.dsl.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.writ.dsl.compile.Compilation;
import dev.writ.dsl.compile.WritCompiler;
import dev.writ.dsl.format.Formatter;
import dev.writ.dsl.lint.Linter;
import dev.writ.dsl.parse.ParseLimits;
import dev.writ.dsl.policytest.PolicyTests;
import dev.writ.dsl.policytest.TestReport;
import dev.writ.dsl.source.Diagnostic;
import dev.writ.dsl.source.DiagnosticRenderer;
import dev.writ.dsl.source.Palette;
import dev.writ.dsl.source.SourceText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every policy text of the documentation compiles and its tests pass, or it has the error that it
 * shows. The pages of the diagnostics have a test of their own.
 */
class DocumentationTest {
  private static final Path DOCS = Path.of("docs");
  private static final Path README = Path.of("..", "README.md");
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]*)(?:#([^)]*))?\\)");
  private static final Pattern BLOCK = Pattern.compile("```.*?```", Pattern.DOTALL);
  private static final Pattern HEADING = Pattern.compile("^#+ (.*)$", Pattern.MULTILINE);

  static List<Path> pages() {
    try (Stream<Path> files = Files.walk(DOCS)) {
      Stream<Path> docs =
          files
              .filter(file -> file.toString().endsWith(".md"))
              .filter(file -> !file.startsWith(DOCS.resolve("diagnostics")))
              .sorted();
      return Stream.concat(docs, Stream.of(README)).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<Example> examples() {
    return pages().stream().flatMap(page -> Page.read(page).stream()).toList();
  }

  static Stream<Example> right() {
    return examples().stream().filter(example -> example.error() == null);
  }

  static Stream<Example> wrong() {
    return examples().stream().filter(example -> example.error() != null);
  }

  @ParameterizedTest
  @MethodSource("right")
  void example_ofAPage_compilesAndItsTestsPass(Example example) {
    for (String variant : variants(example)) {
      Compilation compilation = compile(example, variant);

      assertThat(rendered(compilation.errors())).as(variant).isEmpty();
      TestReport report = PolicyTests.run(compilation.orThrow(), compilation.tests());
      assertThat(report.tests())
          .as(variant)
          .allSatisfy(
              test -> {
                assertThat(test.mismatches()).as(test.name()).isEmpty();
                assertThat(test.passed()).as(test.name() + " expects something").isTrue();
              });
      assertThat(report.invariants()).as(variant).allMatch(invariant -> invariant.held());
    }
  }

  @ParameterizedTest
  @MethodSource("right")
  void example_ofAPage_isFormatted(Example example) {
    if (example.isWhole() && !example.perLine()) {
      SourceText text = new SourceText(example.toString(), example.text());
      assertThat(Formatter.format(text, ParseLimits.defaults()).text()).isEqualTo(example.text());
    }
  }

  @ParameterizedTest
  @MethodSource("wrong")
  void example_ofAnError_hasThatErrorAndNoOther(Example example) {
    for (String variant : variants(example)) {
      Compilation compilation = compile(example, variant);
      List<Diagnostic> found =
          compilation.isSuccess()
              ? Linter.standard().lint(compilation).findings().stream()
                  .filter(finding -> finding.code().id().equals(example.error()))
                  .toList()
              : compilation.errors();

      assertThat(found)
          .as(variant)
          .isNotEmpty()
          .allMatch(each -> each.code().id().equals(example.error()), example.error());
    }
  }

  @Test
  void examples_ofThePages_areThere() {
    assertThat(right()).hasSizeGreaterThan(50);
    assertThat(wrong()).isNotEmpty();
    assertThat(examples().stream().map(Example::page)).contains(README.toString());
  }

  @ParameterizedTest
  @MethodSource("pages")
  void link_ofAPage_leadsSomewhere(Path page) throws IOException {
    Matcher link = LINK.matcher(prose(page));
    while (link.find()) {
      Path target = link.group(1).isEmpty() ? page : page.resolveSibling(link.group(1));
      assertThat(target).exists();
      if (link.group(2) != null) {
        assertThat(anchors(target)).as(target.toString()).contains(link.group(2));
      }
    }
  }

  private static List<String> anchors(Path page) throws IOException {
    return HEADING
        .matcher(prose(page))
        .results()
        .map(heading -> heading.group(1).toLowerCase(Locale.ROOT))
        .map(text -> text.replaceAll("[^\\p{Alnum}_ -]", "").replace(' ', '-'))
        .toList();
  }

  private static String prose(Path page) throws IOException {
    return BLOCK.matcher(Files.readString(page)).replaceAll("");
  }

  /** The texts that an example stands for: itself in its template, or each of its lines. */
  private static List<String> variants(Example example) {
    List<String> parts = new ArrayList<>();
    if (example.perLine()) {
      example.text().lines().filter(line -> !line.isBlank()).forEach(parts::add);
    } else {
      parts.add(example.text());
    }
    return parts.stream()
        .map(part -> example.isWhole() ? part : example.template().replace(Page.WHOLE, part + "\n"))
        .toList();
  }

  private static Compilation compile(Example example, String text) {
    List<SourceText> texts = new ArrayList<>();
    for (String other : example.with()) {
      texts.add(new SourceText(other + ".writ", named(other)));
    }
    texts.add(new SourceText(example.toString(), text));
    return WritCompiler.compile(texts);
  }

  private static String named(String block) {
    List<Example> found =
        examples().stream().filter(example -> block.equals(example.name())).toList();
    assertThat(found).as("blocks called `%s`", block).hasSize(1);
    return found.get(0).text();
  }

  private static String rendered(List<Diagnostic> diagnostics) {
    return new DiagnosticRenderer(Palette.NONE).render(diagnostics);
  }
}
