package dev.writ.dsl.parse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.writ.dsl.golden.Golden;
import dev.writ.dsl.grammar.WritLexer;
import dev.writ.dsl.grammar.WritParser;
import dev.writ.dsl.source.DiagnosticRenderer;
import dev.writ.dsl.source.Palette;
import dev.writ.dsl.source.SourceText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.atn.DecisionInfo;
import org.antlr.v4.runtime.atn.PredictionMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs programs with ANTLR's exact ambiguity detection: nothing may be read in two ways. */
class GrammarAmbiguityTest {
  /** What a run of the parser looked at and stumbled over. */
  record Run(long decisions, long ambiguities, long fallbacks, int errors) {
    static Run of(String text) {
      WritParser parser =
          new WritParser(new CommonTokenStream(new WritLexer(CharStreams.fromString(text))));
      parser.removeErrorListeners();
      parser.setProfile(true);
      parser.getInterpreter().setPredictionMode(PredictionMode.LL_EXACT_AMBIG_DETECTION);
      parser.file();
      DecisionInfo[] decisions = parser.getParseInfo().getDecisionInfo();
      long seen = 0;
      long ambiguous = 0;
      long fallback = 0;
      for (DecisionInfo decision : decisions) {
        seen += decision.invocations;
        ambiguous += decision.ambiguities.size();
        fallback += decision.LL_Fallback;
      }
      return new Run(seen, ambiguous, fallback, parser.getNumberOfSyntaxErrors());
    }
  }

  /** Programs with a gap for a word in every role that a name can play. */
  private static final List<String> ROLES =
      List.of(
          "module @.b; use @.@;",
          "manifest @ { module @.@ owned by \"o\" guards @::\"x\"; session { @: @; } }",
          "enum @ { @ < @ }",
          "enum @ { @ = \"x\", @ }",
          "human entity @ in @, @ identified by @ { @?: @; secret @: Set<@> 1 to 5 }",
          "inline entity @ one of \"a\", \"b\";",
          "type @ = @ + { @: @ | @, @: Map<@, @> };",
          "action @ by @, @ on @ with { @: @ } facts { @: @ };",
          "action group @ { @, @ }",
          "obligation @(@: @);",
          "let @(@ by @ on @) = @;",
          "scope @ for @ in @::\"x\" { may @, @ on @ when @; may as delegate @ by @; only as delegate; }",
          "permit \"n\" @, @ by @ in @ on @ in [@::\"x\"] let @ = @ when @ unless @ because \"b\" do @, @(@);",
          "forbid \"n\" any except @, @ on @::\"x\" only if given do @;",
          "observe forbid \"n\" @ when @.@.@(@) == @[\"k\"];",
          "approval @ for @ by @ { all of { 2 of @ in @.@ when @ veto at 1; for each @ in @.@: 1 of @; }"
              + " excluding @, in @::\"x\" if @; decide within 4h; valid for 1h; ignores @, @.@; }",
          "approval @ for @ { 1 of @ not in @ when @; at most 5 open for each principal; }",
          "confirmation @ for @ on @ { decide within 4h; valid for 1h; uses at most 1; }",
          "grant @ { permits @ by @ on @ when @; requested by @, @ when @ with reason; revocable by @;"
              + " needs @; binds within @, args.@; lasts at most 5m; review within 1h { 1 of @; } do @; }",
          "suspend @, @ in @ by @ lifted by @;",
          "label @ after @, @ by @ when @;",
          "limit \"n\" @ by @ at most 5 of @.@ in 1h for each @.@ when @;",
          "limit \"n\" @ at most 5 each @(\"UTC\") for each session unless @ do @;",
          "invariant \"n\" never permit @ by @ when @ unless @;",
          "tool \"t\" of \"s\" asks @.@ on @(@) with { @, @?, @ as @, @? as @; zip(@ as @, @) as @ }"
              + " ignoring { @, @? } pinned \"sha256:1f\";",
          "tool \"t\" asks @ on session.@ ignoring {}; tool \"u\" asks @ on @.@::\"x\" with { @ };",
          "test \"n\" at 2026-03-02T10:00:00Z { given @::\"x\" in @::\"y\" { @: @ }, @::\"z\"; }",
          "test \"n\" { let @ = request @ by @::\"x\" on @::\"y\" with { @: @ } for @::\"z\" sources { @: @ }"
              + " carrying @::\"c\" in @::\"d\"; @ => deny @, rule @, obligation @(@), remedy grant @ and"
              + " approval @; authorize @ => permit; }",
          "test \"n\" { given grant @ for @ until +5m held by @::\"x\" used 1 needs @ by @::\"y\" and @ by"
              + " @::\"z\"; given approved @ for @ by @::\"x\"; given vote @ for grant @ for @ by @::\"x\" at"
              + " -5m; given open @ for @; }",
          "test \"n\" { given suspended @::\"x\"; given session \"s\" of @::\"x\" { @: @ } labelled @, @;"
              + " given counted \"l\" 5 for @::\"x\"; }",
          "permit \"n\" a by b on c when @ == @ and @ in @ and @ not in @ and @ is @ and @ is not @;",
          "permit \"n\" a by b on c when @ has @ and @ lacks @ and @ like \"x\" and @ matches \"x\";",
          "permit \"n\" a by b on c when @ under @ and @ contains @ and @ contains all @ and @ contains any @;",
          "permit \"n\" a by b on c when @ starts with @ and @ equals ignoring ascii case @ and @ labelled @;",
          "permit \"n\" a by b on c when @ between @ and @ and @ between @ + @ and @ - @ * 2 and @;",
          "permit \"n\" a by b on c when nonempty @ and size(@) <= @ and source of @.@ <= @ and not @;",
          "permit \"n\" a by b on c when @ and any @ in @, @.@: @ or @;",
          "permit \"n\" a by b on c when if @ then @ else @ == @::\"x\" or @.@::\"y\";",
          "grant @ { requested by a when @ with reason; }",
          "approval @ for @ { 1 of @ when approved x veto at 1; excluding @ if @; }");

  static List<String> roles() {
    return ROLES;
  }

  /** All words but those that are reserved. */
  static List<String> words() {
    List<String> words =
        IntStream.rangeClosed(WritLexer.MATCHES, WritLexer.ZIP)
            .mapToObj(WritLexer.VOCABULARY::getLiteralName)
            .map(literal -> literal.substring(1, literal.length() - 1))
            .toList();
    List<String> all = new ArrayList<>(words);
    all.add("plain");
    all.add("`quoted name`");
    return all;
  }

  @ParameterizedTest
  @MethodSource("roles")
  void word_inRole_isReadInOneWay(String role) {
    for (String word : words()) {
      String program = role.replace("@", word);
      Run run = Run.of(program);
      assertThat(run.ambiguities()).as(program).isZero();
      if (!word.equals("all")) {
        assertThat(run.fallbacks()).as(program).isZero();
        assertThat(run.errors()).as("errors in %s", explain(program, run)).isZero();
      }
    }
  }

  /** Two words in a row before a clause: most are errors, none may have two readings. */
  private static final List<String> PAIRS =
      List.of(
          "grant g { requested by a when @ # with reason; }",
          "approval a for b { 1 of c when @ # veto at 1; }",
          "limit \"n\" a when @ # at most 5 for each session;",
          "permit \"n\" a by b on c when d @ # let e = f;");

  static List<String> pairs() {
    return PAIRS;
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void words_inARow_areReadInOneWayAtMost(String role) {
    int valid = 0;
    for (String first : words()) {
      for (String second : List.of("approved", "starts", "all", "size", "source", "of", "plain")) {
        String program = role.replace("@", first).replace("#", second);
        Run run = Run.of(program);
        assertThat(run.ambiguities()).as(program).isZero();
        valid += run.errors() == 0 ? 1 : 0;
      }
    }
    assertThat(valid).isPositive();
  }

  @Test
  void decisions_ofAllRoles_areSeen() {
    long decisions =
        ROLES.stream().mapToLong(role -> Run.of(role.replace("@", "plain")).decisions()).sum();

    assertThat(decisions).isGreaterThan(300);
    assertThat(words().size() * ROLES.size()).isGreaterThan(1_312);
  }

  private static String explain(String program, Run run) {
    if (run.errors() == 0) {
      return program;
    }
    ParseResult result = Parser.parse(new SourceText("p", program), ParseLimits.defaults());
    return program + "\n" + new DiagnosticRenderer(Palette.NONE).render(result.diagnostics());
  }

  static List<Path> files() {
    return Golden.cases("ast");
  }

  @ParameterizedTest
  @MethodSource("files")
  void goldenFile_isReadInOneWay(Path file) {
    Run run = Run.of(Golden.read(file));

    assertThat(run.decisions()).isGreaterThan(10);
    assertThat(run.ambiguities()).isZero();
    assertThat(run.fallbacks()).isZero();
    assertThat(run.errors()).isZero();
  }
}
