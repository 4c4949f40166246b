package dev.writ.dsl.parse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.writ.dsl.ast.And;
import dev.writ.dsl.ast.Between;
import dev.writ.dsl.ast.Declaration;
import dev.writ.dsl.ast.Expression;
import dev.writ.dsl.ast.RuleDecl;
import dev.writ.dsl.source.Diagnostic;
import dev.writ.dsl.source.DiagnosticCode;
import dev.writ.dsl.source.SourceText;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ParserTest {
  private static final String EMOJI = "\uD83D\uDE00";

  private static ParseResult parse(String text) {
    return Parser.parse(new SourceText("a.writ", text), ParseLimits.defaults());
  }

  private static List<DiagnosticCode> codes(String text) {
    return parse(text).diagnostics().stream().map(Diagnostic::code).toList();
  }

  private static Expression condition(String text) {
    ParseResult result = parse("permit \"x\" read by User on Doc when " + text + ";");
    assertThat(result.diagnostics()).isEmpty();
    RuleDecl rule = (RuleDecl) result.file().declarations().get(0);
    return Objects.requireNonNull(rule.condition().when());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " \n", "// nothing", "\uFEFF"})
  void text_withoutDeclarations_isAnEmptyFile(String text) {
    ParseResult result = parse(text);

    assertThat(result.diagnostics()).isEmpty();
    assertThat(result.file().declarations()).isEmpty();
    assertThat(result.file().module()).isNull();
  }

  @Test
  void bytes_withByteOrderMark_areRead() {
    byte[] bytes = "\uFEFFmodule a;".getBytes(StandardCharsets.UTF_8);

    ParseResult result = Parser.parse("a.writ", bytes, ParseLimits.defaults());

    assertThat(result.hasErrors()).isFalse();
    assertThat(Objects.requireNonNull(result.file().module()).name().text()).isEqualTo("a");
  }

  @ParameterizedTest
  @ValueSource(strings = {"c0 80", "ed a0 80", "f4 90 80 80", "61 ff", "e2 82"})
  void bytes_thatAreNotUtf8_areRefusedWhole(String hex) {
    byte[] bytes = HexFormat.ofDelimiter(" ").parseHex(hex);

    ParseResult result = Parser.parse("a.writ", bytes, ParseLimits.defaults());

    assertThat(result.diagnostics())
        .extracting(Diagnostic::code)
        .containsExactly(DiagnosticCode.INVALID_UTF8);
  }

  @Test
  void loneSurrogate_inText_isReportedAtItsPlace() {
    List<Diagnostic> found = parse("// a\uD83Db\nenum E { x }").diagnostics();

    assertThat(found).extracting(Diagnostic::code).containsExactly(DiagnosticCode.LONE_SURROGATE);
    assertThat(found.get(0).span().start()).isEqualTo(4);
  }

  @Test
  void spans_behindEmoji_areUtf16Offsets() {
    String text =
        "// " + EMOJI + "\npermit \"" + EMOJI + "\" read by User on Doc when resource.x = 3;";

    Diagnostic found = parse(text).diagnostics().get(0);

    assertThat(found.underlined()).isEqualTo("=");
    assertThat(found.span().start()).isEqualTo(text.indexOf('='));
    assertThat(found.location().line()).isEqualTo(2);
    assertThat(found.location().column()).isEqualTo(text.indexOf('=') - text.indexOf('\n') - 1);
  }

  @Test
  void spans_ofDeclarations_coverThem() {
    String rule = "permit \"" + EMOJI + "\" read by User on Doc;";
    ParseResult result = parse("// " + EMOJI + "\n" + rule + "\n" + rule);

    assertThat(result.file().declarations())
        .extracting(Declaration::span)
        .extracting(span -> result.file().source().slice(span))
        .containsExactly(rule, rule);
  }

  @Test
  void obligation_beforeUnless_doesNotTakeIt() {
    RuleDecl rule =
        (RuleDecl)
            parse("forbid \"x\" read on Doc do log unless frozen;").file().declarations().get(0);

    assertThat(rule.condition().unless()).isNotNull();
    assertThat(rule.consequence().obligations()).hasSize(1);
    assertThat(rule.consequence().obligations().get(0).arguments()).isEmpty();
  }

  @Test
  void between_beforeAnd_endsAtItsSecondBound() {
    Expression found = condition("resource.a between 1 and 2 and resource.b");

    assertThat(found).isInstanceOf(And.class);
    assertThat(((And) found).operands()).hasSize(2);
    assertThat(((And) found).operands().get(0)).isInstanceOf(Between.class);
  }

  @Test
  void tree_ofSameText_isEqualWhereverItStands() {
    assertThat(parse("enum E { x, y }").file()).isEqualTo(parse("\n\n  enum  E {x,y}").file());
    assertThat(parse("enum E { x, y }").file()).isNotEqualTo(parse("enum E { x < y }").file());
  }

  @Test
  void parentheses_tenThousand_areRefusedQuickly() {
    String text =
        "permit \"x\" read by User on Doc when "
            + "(".repeat(10_000)
            + "true"
            + ")".repeat(10_000)
            + ";";

    assertThat(codes(text)).containsExactly(DiagnosticCode.NESTING_TOO_DEEP);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"not ", "-", "if true then ", "any x in s: ", "[", "a.", "1 + ", "{ a: ", "x.f("})
  void nesting_ofAnyKind_isRefused(String part) {
    String text = "permit \"x\" read by User on Doc when " + part.repeat(20_000) + "true;";

    assertThat(codes(text)).containsExactly(DiagnosticCode.NESTING_TOO_DEEP);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"not ", "-", "if true then 1 else ", "any x in s: ", "a.", "1 + ", "x.f("})
  void nesting_atTheLimit_isParsed(String part) {
    int depth = part.equals("x.f(") ? 49 : 98;
    String close = part.equals("x.f(") ? ")".repeat(depth) : "";
    String last = part.equals("-") || part.equals("1 + ") ? "1" : "a";
    String text =
        "permit \"x\" read by User on Doc when " + part.repeat(depth) + last + close + ";";

    assertThat(parse(text).diagnostics()).isEmpty();
  }

  @Test
  void nesting_ofTypes_isRefused() {
    String text = "type T = { a: " + "Set<".repeat(20_000) + "Int" + ">".repeat(20_000) + " };";

    assertThat(codes(text)).containsExactly(DiagnosticCode.NESTING_TOO_DEEP);
    assertThat(codes("type T = { a: " + "Map<String, ".repeat(5_000)))
        .containsExactly(DiagnosticCode.NESTING_TOO_DEEP);
  }

  @Test
  void flatText_ofManyOperands_isNotNesting() {
    String many = "resource.a and not resource.b and resource.c < 3 and ".repeat(500);

    assertThat(parse("permit \"x\" read by User on Doc when " + many + "true;").hasErrors())
        .isFalse();
    assertThat(parse("forbid \"x\" any by User; ".repeat(300)).hasErrors()).isFalse();
    assertThat(parse("enum E { a" + " < b".repeat(300) + " }").hasErrors()).isFalse();
  }

  @Test
  void file_ofTenMegabytes_isRefusedUnread() {
    byte[] bytes =
        "permit \"x\" read by User on Doc;\n".repeat(330_000).getBytes(StandardCharsets.UTF_8);
    assertThat(bytes).hasSizeGreaterThan(10_000_000);

    ParseResult result = Parser.parse("big.writ", bytes, ParseLimits.defaults());

    assertThat(result.diagnostics())
        .extracting(Diagnostic::code)
        .containsExactly(DiagnosticCode.FILE_TOO_LARGE);
    assertThat(codes(new String(bytes, StandardCharsets.UTF_8)))
        .containsExactly(DiagnosticCode.FILE_TOO_LARGE);
  }

  @Test
  void rules_tenThousand_areParsed() {
    ParseResult result =
        parse("permit \"x\" read by User on Doc when resource.a;\n".repeat(10_000));

    assertThat(result.diagnostics()).isEmpty();
    assertThat(result.file().declarations()).hasSize(10_000);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"$", "{", "}", "(", "permit ", ";", "\"", "`", "'", "/*", "1.", "::", "@"})
  void text_ofOneThingRepeated_isAnsweredByDiagnostics(String part) {
    ParseResult result = parse(part.repeat(50_000));

    assertThat(result.hasErrors()).isTrue();
    assertThat(result.diagnostics()).hasSizeLessThanOrEqualTo(1_001);
  }

  @Test
  void errors_inSeveralDeclarations_areAllReported() {
    String text =
        """
        permit "a" read by User on Doc when resource.a == ;
        permit "b" read by User on Doc when resource.a = 3;
        enum E { x, y < z }
        permt "c" read by User on Doc;
        test "t" at 2026-03-02T10:00:00Z { let r = ; r => deny, remedy; after 30; }
        """;

    assertThat(codes(text))
        .containsExactly(
            DiagnosticCode.UNEXPECTED_TOKEN,
            DiagnosticCode.FOREIGN_OPERATOR,
            DiagnosticCode.MIXED_ENUM_ORDER,
            DiagnosticCode.UNKNOWN_DECLARATION,
            DiagnosticCode.UNEXPECTED_TOKEN,
            DiagnosticCode.UNEXPECTED_TOKEN,
            DiagnosticCode.MALFORMED_TIME);
  }

  @Test
  void declaration_withForgottenSemicolon_isStillBuilt() {
    ParseResult result = parse("action read by User on Doc\nenum E { x }");

    assertThat(result.hasErrors()).isTrue();
    assertThat(result.file().declarations()).hasSize(2);
  }

  @Test
  void limits_thatAreNotPositive_areRefused() {
    assertThatThrownBy(() -> ParseLimits.defaults().withDepth(0))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> ParseLimits.defaults().withDepth(201))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void time_ofPathologicalText_isBounded() {
    String text = "permit \"x\" read by User on Doc when " + "a and (b or ".repeat(90) + "c";

    assertThat(CompletableFuture.supplyAsync(() -> codes(text)))
        .succeedsWithin(Duration.ofSeconds(60));
  }
}
