package dev.writ.dsl.compile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.writ.core.ir.PolicySet;
import dev.writ.core.ir.PolicySetHash;
import dev.writ.dsl.source.Diagnostic;
import dev.writ.dsl.source.DiagnosticRenderer;
import dev.writ.dsl.source.Palette;
import dev.writ.dsl.source.SourceText;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What the language reference says of names, heads and expressions, a declaration a line. */
class LanguageRulesTest {
  private static final String WORLD =
      """
      module m;
      enum Environment { dev, prod }
      enum Size { small < large }
      entity Team in Team;
      human entity User in Team { owner: User; tags: Map<String, String>; phone?: String; }
      entity Agent in Team { owner: User; }
      entity Doc { size: Size; }
      type Common = { ticket: String };
      action read by Agent, User on Doc with Common + {
        soft?: Bool, count: Int, name: String, to: Set<String>, environment: Environment, secret pin: String };
      action write by User on Doc;
      action group all { read, write }
      obligation mask(field: String);
      approval review for read by Agent on Doc { 1 of User; decide within 1h; valid for 1h; }
      """;

  /** Where one declaration of the world ends and the next begins. */
  private static final Pattern DECLARATION = Pattern.compile("(?<=[;}])\n");

  private static List<Diagnostic> errors(String text) {
    return WritCompiler.compile(List.of(new SourceText("a.writ", text))).errors();
  }

  private static String told(String declaration) {
    List<Diagnostic> errors = errors(WORLD + declaration);
    return errors.isEmpty()
        ? "ok"
        : errors.stream()
            .map(each -> each.code().id() + " [" + each.underlined() + "]")
            .distinct()
            .collect(Collectors.joining(" "));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          forbid "x" read; | ok
          forbid "x" read by User; | ok
          forbid "x" read on Doc; | ok
          permit "x" read by User; | W0026 [read by User]
          permit "x" read on Doc; | W0026 [read on Doc]
          permit "x" any by User on Doc; | ok
          permit "x" any except write by User on Doc; | ok
          permit "x" all by User on Doc; | ok
          permit "x" read, write by Agent on Doc; | W0316 [write]
          forbid "x" write by Agent; | W0316 [Agent]
          forbid "x" read by User in Team::"a" on Doc::"d"; | ok
          forbid "x" read by User in [Team::"a", Team::"b"]; | ok
          forbid "x" read by User in principal.owner; | ok
          forbid "x" read by User in principal.owner == principal; | W0020 [==]
          permit "x" read by Agent, User on Doc when principal.owner == User::"a"; | ok
          permit "x" read by Agent, User on Doc when principal.tags has a; | W0153 [tags]
          permit "x" read by Agent, User on Doc when principal is User and principal.tags has a; | ok
          permit "x" read by Agent on Doc when approved review; | ok
          permit "x" read by Agent, User on Doc when approved review; | W0318 [review]
          let owns(read by Agent on Doc) = principal.owner == origin; permit "x" read by Agent on Doc when owns; | ok
          let owns(read by Agent on Doc) = principal.owner == origin; permit "x" read by User on Doc when owns; | W0318 [owns]
          permit x read by User on Doc; | W0040 [x]
          @note("x") forbid "x" read; | W0037 [note]
          @control("x") forbid "x" read; | W0038 [@control("x")]
          forbid "x" read do mask(args.name); | ok
          forbid "x" read do mask(args.pin); | ok
          forbid "x" read do maks("x"); | W0102 [maks]
          suspend Agent by User; | ok
          invariant "x" never permit read by Agent on Doc when args.count > 3 unless approved review; | ok
          """)
  void declaration_always_isTakenOrRefused(String declaration, String expected) {
    assertThat(told(declaration)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          args.count == "3" | W0201 [args.count == "3"]
          args.count == null | W0031 [null]
          args.count < 3 < 4 | W0027 [args.count < 3 < 4]
          args.count < 3 and args.count > 1 or true | W0028 [args.count < 3 and args.count > 1 or true]
          (args.count < 3 and args.count > 1) or true | ok
          not args.count < 3 | ok
          not (args.count < 3 and true) | ok
          args.name not in ["a"] and resource.size != small | ok
          any x in args.to: x == "a" and true | ok
          true and any x in args.to: x == "a" | ok
          (any x in args.to: x == "a") and true | ok
          true and if true then true else false | ok
          (if true then true else false) and true | ok
          args.environment == prod | ok
          args.environment == Environment.prod | ok
          args.environment < prod | W0204 [args.environment < prod]
          resource.size <= large | ok
          args.count * 3 > 2 | ok
          args.count * args.count > 2 | W0224 [args.count * args.count]
          args.name < "b" | W0204 [args.name < "b"]
          args.name like "a*" | ok
          args.name like args.name | W0043 [args.name]
          args.name in args.to | ok
          args.soft | W0205 [args.soft]
          args has soft and args.soft | ok
          args lacks soft or args.soft | ok
          principal.tags[args.name] == "x" | W0043 [args.name]
          args.pin == "1" | ok
          args has pin | ok
          args.pin like "1*" | W0217 [args.pin]
          now < 2026-03-02T10:00:00Z | ok
          now == now | W0213 [now == now]
          """)
  void condition_always_isTakenOrRefused(String condition, String expected) {
    assertThat(told("permit \"x\" read by User on Doc when " + condition + ";"))
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @MethodSource("dev.writ.dsl.LexerWords#reserved")
  void reservedWord_afterADotOrInBackTicks_isFree(String word) {
    String world = "module m;\nentity Doc;\nhuman entity User { %s: Bool; }\n".formatted(word);
    String action = "action go by User on Doc with { %s?: Bool };\n".formatted(word);
    String use =
        "permit \"x\" go by User on Doc when principal.%1$s and args has %1$s and args.%1$s;\n"
            .formatted(word);

    assertThat(errors(world + action + use)).isEmpty();
    assertThat(errors("module m;\nentity `%s`;".formatted(word))).isEmpty();
    assertThat(errors("module m;\nentity %s;".formatted(word))).isNotEmpty();
  }

  @Test
  void set_inAnyOrderOfFilesAndDeclarations_isTheSame() {
    List<String> declarations = new ArrayList<>(List.of(DECLARATION.split(WORLD)));
    declarations.remove(0);
    declarations.add("permit \"b\" read by User on Doc when args.count > 1;");
    declarations.add("forbid \"a\" all when resource.size == large;");
    String hash = PolicySetHash.of(set(declarations));

    for (int seed = 0; seed < 20; seed++) {
      Collections.shuffle(declarations, new Random(seed));
      assertThat(PolicySetHash.of(set(declarations))).isEqualTo(hash);
    }
  }

  /** Compiles declarations, in their order, over three files. */
  private static PolicySet set(List<String> declarations) {
    return WritCompiler.compile(files(declarations)).orThrow();
  }

  private static List<SourceText> files(List<String> declarations) {
    int third = (declarations.size() + 2) / 3;
    return IntStream.range(0, 3)
        .mapToObj(
            i ->
                declarations.subList(
                    Math.min(i * third, declarations.size()),
                    Math.min((i + 1) * third, declarations.size())))
        .map(part -> new SourceText("a.writ", "module m;\n" + String.join("\n", part)))
        .toList();
  }

  @Test
  void errors_inAnyOrderOfFiles_areTheSame() {
    SourceText one = new SourceText("a.writ", "module m;\nentity Doc;\nentity Team;\n");
    SourceText two = new SourceText("b.writ", "module m;\nentity Doc;\nforbid \"x\" reed;\n");

    assertThat(rendered(one, two)).isEqualTo(rendered(two, one)).contains("W0101", "W0102");
  }

  private static String rendered(SourceText... files) {
    return new DiagnosticRenderer(Palette.NONE)
        .render(WritCompiler.compile(List.of(files)).errors());
  }

  @Test
  void zones_thatConditionsName_areInTheSetWithTheirVersion() {
    PolicySet set =
        WritCompiler.compile(
                List.of(
                    new SourceText(
                        "a.writ",
                        WORLD
                            + "permit \"x\" write by User on Doc"
                            + " when now.hour(\"Europe/Berlin\") > 8;")))
            .orThrow();

    assertThat(set.zones())
        .singleElement()
        .satisfies(
            zone -> {
              assertThat(zone.zone()).isEqualTo("Europe/Berlin");
              assertThat(zone.tzdata()).matches("20[0-9]{2}[a-z]");
              assertThat(zone.transitions()).isNotEmpty();
            });
  }
}
