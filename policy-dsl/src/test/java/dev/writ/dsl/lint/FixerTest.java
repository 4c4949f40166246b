package dev.writ.dsl.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.writ.dsl.compile.Compilation;
import dev.writ.dsl.compile.WritCompiler;
import dev.writ.dsl.source.Diagnostic;
import dev.writ.dsl.source.Fix;
import dev.writ.dsl.source.SourceText;
import dev.writ.dsl.source.Span;
import dev.writ.dsl.source.TextEdit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class FixerTest {
  private static final String WORLD =
      """
      module m;
      enum Env { dev, prod }
      human entity User { boss?: User; }
      entity Doc { owner: User; readers: Set<User> max 9; }
      action read by User on Doc with { env?: Env, page?: Int, to: Set<String> max 9 };
      permit "your own" read by User on Doc when principal == resource.owner;
      """;

  private static Compilation compile(String... texts) {
    List<SourceText> sources = new ArrayList<>();
    for (String text : texts) {
      sources.add(new SourceText((char) ('a' + sources.size()) + ".writ", text));
    }
    Compilation compilation = WritCompiler.compile(sources);
    assertThat(compilation.errors()).isEmpty();
    return compilation;
  }

  private static Fixed fix(Predicate<Compilation> accepted, String... texts) {
    return Fixer.standard(accepted).fix(compile(texts));
  }

  private static Fixed fix(String... texts) {
    return fix(compilation -> true, texts);
  }

  /** The set with a rule, fixed; what became of the rule. */
  private static String fixedRule(String rule) {
    Fixed fixed = fix(WORLD + rule + "\n");
    String now = fixed.changed().isEmpty() ? WORLD + rule + "\n" : fixed.changed().get(0).text();
    assertThat(now).startsWith(WORLD);
    return now.substring(WORLD.length()).strip();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          args has env and args.env == prod            | args lacks env or args.env == prod
          args has env and (args.env == prod)          | args lacks env or (args.env == prod)
          args has env and args.env == prod and args.to contains "x" | args lacks env or (args.env == prod and args.to contains "x")
          args.to contains "x" and args has env and args.env == prod | args.to contains "x" and (args lacks env or args.env == prod)
          args.to contains "x" or (args has env and args.env == prod) | args.to contains "x" or (args lacks env or args.env == prod)
          args has env and not (args.env == prod)      | args lacks env or not (args.env == prod)
          args has env and any x in args.to: x == "y"  | args lacks env or any x in args.to: x == "y"
          """)
  void forbid_thatIsSwitchedOff_holdsWhereTheFieldIsAbsent(String before, String after) {
    assertThat(fixedRule("forbid \"f\" read when " + before + ";"))
        .isEqualTo("forbid \"f\" read when " + after + ";");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "when args has env",
        "when not (args lacks env or args.env == dev)",
        "when if args has env then args.env == prod else false",
        "when (args has env) and args.env == prod",
        "when args has env // why\n  and args.env == prod",
        "when args has env and // why\n  args.env == prod",
        "when principal == resource.owner unless args lacks env or args.env == dev",
        "let t = args has env and args.env == prod when t"
      })
  void forbid_ofAnotherShape_isLeftAlone(String condition) {
    String rule = "forbid \"f\" read " + condition + ";";
    assertThat(fix(WORLD + rule).report().refusesBundle()).isTrue();
    assertThat(fixedRule(rule)).isEqualTo(rule);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          permit "p" read by User on Doc when every x in args.to: x == "y"; | permit "p" read by User on Doc when nonempty args.to and every x in args.to: x == "y";
          permit "p" read by User on Doc when principal == resource.owner or every x in args.to: x == "y"; | permit "p" read by User on Doc when principal == resource.owner or (nonempty args.to and every x in args.to: x == "y");
          permit "p" read by User on Doc when principal == User::"a" and (every x in args.to: x == "y"); | permit "p" read by User on Doc when principal == User::"a" and (nonempty args.to and every x in args.to: x == "y");
          forbid "p" read when args.to contains "z" unless every r in resource.readers: r == principal; | forbid "p" read when args.to contains "z" unless nonempty resource.readers and every r in resource.readers: r == principal;
          """)
  void every_thatIsTrueOfNothing_asksForSomething(String before, String after) {
    assertThat(fixedRule(before)).isEqualTo(after);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "permit \"p\" read by User on Doc let t = every x in args.to: x == \"y\" when t;",
        "let t(read by User on Doc) = every x in args.to: x == \"y\";\n"
            + "permit \"p\" read by User on Doc when t;",
        "permit \"p\" read by User on Doc when (every x in args.to: x == \"y\") or (every x"
            + " in args.to: x == \"z\");",
      })
  void every_thatIsNotPlainlyThere_isLeftAlone(String rule) {
    assertThat(fix(WORLD + rule).report().refusesBundle()).isTrue();
    assertThat(fixedRule(rule)).isEqualTo(rule);
  }

  @Test
  void declaration_withComments_isTakenOutAndTheyStay() {
    String text =
        WORLD + "// colours\n@doc(\"a\")\nenum Colour { red } // of old\nenum Shape { round }\n";
    assertThat(fix(text).changed().get(0).text()).isEqualTo(WORLD + "// colours\n// of old\n");
  }

  @Test
  void declaration_amongOthersOnItsLine_isTakenOutAlone() {
    String text = WORLD + "enum A { a } enum B { b }  enum C { c }\n";
    assertThat(fix(text).changed().get(0).text().substring(WORLD.length())).isBlank();
  }

  @Test
  void declaration_thatOnlyAnotherUnusedOneUses_goesWithIt() {
    String lets =
        """
        let one(read by User on Doc) = principal == resource.owner;
        let two(read by User on Doc) = one;
        """;
    Fixed fixed = fix(WORLD + lets);
    assertThat(fixed.changed().get(0).text()).isEqualTo(WORLD);
    assertThat(fixed.applied()).extracting(Diagnostic::underlined).containsExactly("two", "one");
  }

  @Test
  void declaration_thatIsBroughtIntoAnotherFile_isNotTakenOut() {
    String other =
        "module n;\nuse m.Colour;\nuse m.read;\nforbid \"n\" read when args.to contains \"n\";\n";
    Fixed fixed = fix(WORLD + "enum Colour { red }\nenum Shape { round }\n", other);
    assertThat(fixed.changed()).singleElement().asString().isEqualTo("a.writ");
    assertThat(fixed.changed().get(0).text()).isEqualTo(WORLD + "enum Colour { red }\n");
    assertThat(fixed.refused())
        .singleElement()
        .satisfies(
            each -> {
              assertThat(each.finding().underlined()).isEqualTo("Colour");
              assertThat(each.reason()).isEqualTo("the policies would not compile");
            });
  }

  @Test
  void declaration_thatIsAllOfItsFile_isNotTakenOut() {
    Fixed fixed = fix(WORLD, "module m;\nenum Colour { red }\n");
    assertThat(fixed.changed()).isEmpty();
    assertThat(fixed.refused()).hasSize(1);
  }

  @Test
  void fix_thatIsNotAccepted_changesNothing() {
    Fixed fixed = fix(compilation -> false, WORLD + "enum Colour { red }\n");
    assertThat(fixed.changed()).isEmpty();
    assertThat(fixed.applied()).isEmpty();
    assertThat(fixed.refused())
        .singleElement()
        .satisfies(each -> assertThat(each.reason()).isEqualTo("a test that passes would fail"));
    assertThat(fixed.report().findings()).hasSize(1);
  }

  @Test
  void fixes_inSeveralFiles_areMadeInEach() {
    Fixed fixed =
        fix(
            WORLD + "enum Colour { red }\n",
            """
            module m;
            forbid "f" read when args has env and args.env == prod;
            forbid "g" read when args has page and args.page == 9;
            """);
    assertThat(fixed.changed()).extracting(SourceText::name).containsExactly("a.writ", "b.writ");
    assertThat(fixed.applied()).hasSize(3);
    assertThat(fixed.report().isClean()).isTrue();
  }

  @Test
  void allow_ofAFindingThatIsFixed_isTakenOutToo() {
    Fixed fixed =
        fix(
            WORLD
                + "@allow(\"W0516\", \"no\") @doc(\"nine\")\n"
                + "forbid \"g\" read when args has page and args.page == 9;\n");
    assertThat(fixed.changed().get(0).text())
        .isEqualTo(
            WORLD
                + "@doc(\"nine\")\n"
                + "forbid \"g\" read when args lacks page or args.page == 9;\n");
  }

  @Test
  void set_thatDoesNotCompile_isLeftAlone() {
    Compilation broken = WritCompiler.compile(List.of(new SourceText("a.writ", "enum A { a")));
    assertThat(Fixer.standard(compilation -> true).fix(broken).changed()).isEmpty();
  }

  @Test
  void fixes_ofManyFindings_areMadeTogether() {
    String enums =
        IntStream.range(0, 300)
            .mapToObj(i -> "enum E" + i + " { a }\n")
            .collect(Collectors.joining());
    List<Compilation> tried = new ArrayList<>();
    Fixed fixed = fix(tried::add, WORLD + enums);
    assertThat(fixed.changed().get(0).text()).isEqualTo(WORLD);
    assertThat(tried).hasSize(1);
  }

  @Test
  void fix_withoutEditsOrWithTwoThatTouch_isNone() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Fix("x", Fix.Effect.KEEPS, List.of()));
    TextEdit one = new TextEdit(new Span(1, 3), "");
    TextEdit two = new TextEdit(new Span(3, 4), "");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Fix("x", Fix.Effect.KEEPS, List.of(one, two)));
  }
}
