package dev.writ.core.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers, times, SPIFFE ids, commands, strings and enums. */
class PlainScalarTest {

  @ParameterizedTest
  @ValueSource(longs = {0, 1, -1, 9007199254740993L, Long.MAX_VALUE, Long.MIN_VALUE})
  void int_digits_areExact(long value) throws InvalidValueException {
    assertThat(IntValue.parse(Long.toString(value))).isEqualTo(new IntValue(value));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "-",
        "+1",
        "01",
        "-01",
        "1.0",
        "1e3",
        "1E0",
        " 1",
        "1 ",
        "0x1",
        "१",
        "9223372036854775808",
        "-9223372036854775809",
        "100000000000000000000",
        "1_000",
        "NaN"
      })
  void int_anythingElse_isRefused(String text) {
    assertThat(Refusals.reason(IntValue::parse, text))
        .isEqualTo("`" + text + "` is not an Int: write digits alone, from -2^63 to 2^63 - 1");
  }

  @ParameterizedTest
  @CsvSource({
    "0,0,0",
    "-0,0,0",
    "1,10000,1",
    "1.5,15000,1.5",
    "1.50,15000,1.5",
    "1.0000,10000,1",
    "0.0001,1,0.0001",
    "-0.0001,-1,-0.0001",
    "100,1000000,100",
    "922337203685477.5807,9223372036854775807,922337203685477.5807",
    "-922337203685477.5808,-9223372036854775808,-922337203685477.5808",
  })
  void decimal_fourPlaces_isExact(String text, long scaled, String canonical)
      throws InvalidValueException {
    assertThat(DecimalValue.parse(text)).isEqualTo(new DecimalValue(scaled));
    assertThat(new DecimalValue(scaled).text()).isEqualTo(canonical);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ".5",
        "5.",
        "1.00000",
        "0.00001",
        "01.5",
        "+1",
        "1e2",
        "1,5",
        "--1",
        "NaN",
        "Infinity",
        "922337203685477.5808",
        "-922337203685477.5809",
        "99999999999999999999",
        "1.5 "
      })
  void decimal_anythingElse_isRefused(String text) {
    assertThat(Refusals.reason(DecimalValue::parse, text))
        .isEqualTo(
            "`"
                + text
                + "` is not a Decimal: write digits and at most four places, up to"
                + " 922337203685477.5807");
  }

  @ParameterizedTest
  @CsvSource({
    "1970-01-01T00:00:00Z,0,1970-01-01T00:00:00Z",
    "2026-03-02T10:00:00Z,1772445600000,2026-03-02T10:00:00Z",
    "2026-03-02T10:00:00.5Z,1772445600500,2026-03-02T10:00:00.500Z",
    "2026-03-02T10:00:00.05Z,1772445600050,2026-03-02T10:00:00.050Z",
    "2026-03-02T10:00:00.123Z,1772445600123,2026-03-02T10:00:00.123Z",
    "2024-02-29T00:00:00Z,1709164800000,2024-02-29T00:00:00Z",
    "0000-01-01T00:00:00Z,-62167219200000,0000-01-01T00:00:00Z",
    "9999-12-31T23:59:59.999Z,253402300799999,9999-12-31T23:59:59.999Z",
  })
  void instant_rfc3339InUtc_isExact(String text, long millis, String canonical)
      throws InvalidValueException {
    assertThat(InstantValue.parse(text)).isEqualTo(new InstantValue(millis));
    assertThat(new InstantValue(millis).text()).isEqualTo(canonical);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "2026-03-02",
        "2026-03-02T10:00Z",
        "2026-03-02T10:00:00",
        "2026-03-02t10:00:00z",
        "2026-03-02 10:00:00Z",
        "2026-03-02T10:00:00+00:00",
        "2026-03-02T10:00:00+02:00",
        "2026-03-02T10:00:00.1234Z",
        "2026-03-02T10:00:00.Z",
        "2026-02-29T00:00:00Z",
        "2026-13-01T00:00:00Z",
        "2026-00-01T00:00:00Z",
        "2026-03-02T24:00:00Z",
        "2026-06-30T23:59:60Z",
        "+12026-03-02T10:00:00Z",
        "-0001-01-01T00:00:00Z",
        "२०२६-03-02T10:00:00Z",
        "1772445600000"
      })
  void instant_anythingElse_isRefused(String text) {
    assertThat(Refusals.reason(InstantValue::parse, text))
        .isEqualTo(
            "`"
                + text
                + "` is not an Instant: write it in UTC, to milliseconds at most, as"
                + " `2026-03-02T10:00:00Z`");
  }

  @ParameterizedTest
  @CsvSource({
    "0ms,0,0s",
    "500ms,500,500ms",
    "1000ms,1000,1s",
    "90s,90000,90s",
    "60m,3600000,1h",
    "90m,5400000,90m",
    "30m,1800000,30m",
    "4h,14400000,4h",
    "24h,86400000,1d",
    "1d,86400000,1d",
    "-5m,-300000,-5m",
    "-9223372036854775808ms,-9223372036854775808,-9223372036854775808ms",
  })
  void duration_oneUnit_isExact(String text, long millis, String canonical)
      throws InvalidValueException {
    assertThat(DurationValue.parse(text)).isEqualTo(new DurationValue(millis));
    assertThat(new DurationValue(millis).text()).isEqualTo(canonical);
    assertThat(DurationValue.parse(canonical).millis()).isEqualTo(millis);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "5",
        "m",
        "1.5h",
        "30min",
        "1h30m",
        "05m",
        "+5m",
        "5 m",
        "5M",
        "1w",
        "PT5M",
        "106751991168d",
        "9223372036854775808ms"
      })
  void duration_anythingElse_isRefused(String text) {
    assertThat(Refusals.reason(DurationValue::parse, text))
        .isEqualTo(
            "`"
                + text
                + "` is not a Duration: write a whole number and one unit of ms, s, m, h, d, as"
                + " `30m`");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "spiffe://example.org",
        "spiffe://example.org/agents/bot",
        "spiffe://1.2.3.4/A_b-c.d",
        "spiffe://a/..."
      })
  void spiffeId_withinTheCharacterSet_isTakenAsItIs(String text) throws InvalidValueException {
    assertThat(SpiffeIdValue.parse(text).text()).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''|it does not start with `spiffe://`",
        "SPIFFE://a/b|it does not start with `spiffe://`",
        "spiffe://|its trust domain is not 1 to 255 of `a-z 0-9 . - _`",
        "spiffe:///a|its trust domain is not 1 to 255 of `a-z 0-9 . - _`",
        "spiffe://Example.org/a|its trust domain is not 1 to 255 of `a-z 0-9 . - _`",
        "spiffe://example.org:443/a|its trust domain is not 1 to 255 of `a-z 0-9 . - _`",
        "spiffe://u@example.org/a|its trust domain is not 1 to 255 of `a-z 0-9 . - _`",
        "spiffe://a/|its path has an empty segment",
        "spiffe://a/b/|its path has an empty segment",
        "spiffe://a//b|its path has an empty segment",
        "spiffe://a/./b|its path has a segment `.`",
        "spiffe://a/..|its path has a segment `..`",
        "spiffe://a/b%20c|its path holds something else than `A-Z a-z 0-9 . - _`",
        "spiffe://a/b?c|its path holds something else than `A-Z a-z 0-9 . - _`",
        "spiffe://a/b#c|its path holds something else than `A-Z a-z 0-9 . - _`",
      })
  void spiffeId_anythingElse_saysWhy(String text, String problem) {
    assertThat(Refusals.reason(SpiffeIdValue::parse, text))
        .isEqualTo("`" + text + "` is not a SpiffeId: " + problem);
  }

  @Test
  void spiffeId_tooLong_isRefused() {
    String longest = "spiffe://a/" + "b".repeat(2048 - 11);
    assertThat(Refusals.reason(SpiffeIdValue::parse, longest)).isEqualTo("accepted");
    assertThat(Refusals.reason(SpiffeIdValue::parse, longest + "b"))
        .endsWith("is not a SpiffeId: it is longer than 2048 characters");
  }

  @Test
  void command_parts_areItsWords() throws InvalidValueException {
    CommandValue command = CommandValue.parse("/usr/bin/git status --short a=b @x:1,2%+");
    assertThat(command.program()).isEqualTo("/usr/bin/git");
    assertThat(command.first()).isEqualTo("status");
    assertThat(command.args()).containsExactly("status", "--short", "a=b", "@x:1,2%+");
    assertThat(CommandValue.parse("ls").first()).isNull();
    assertThat(CommandValue.parse("ls").args()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "git status,git|status,true",
    "git status -s,git|status,true",
    "git status,git,true",
    "git statusx,git|status,false",
    "git,git|status,false",
    "gitstatus,git,false",
  })
  void command_startsWith_comparesWords(String text, String words, boolean expected)
      throws InvalidValueException {
    assertThat(CommandValue.parse(text).startsWith(List.of(words.split("\\|"))))
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "''|words are separated by single spaces, with none before or after",
        " ls|words are separated by single spaces, with none before or after",
        "ls |words are separated by single spaces, with none before or after",
        "ls  a|words are separated by single spaces, with none before or after",
        "ls;rm|`;` is not allowed, only `A-Z a-z 0-9 _ . / : = @ % + , -` and single spaces",
        "ls $HOME|`$` is not allowed, only `A-Z a-z 0-9 _ . / : = @ % + , -` and single spaces",
        "ls *|`*` is not allowed, only `A-Z a-z 0-9 _ . / : = @ % + , -` and single spaces",
        "ls ~|`~` is not allowed, only `A-Z a-z 0-9 _ . / : = @ % + , -` and single spaces",
        "a&b|`&` is not allowed, only `A-Z a-z 0-9 _ . / : = @ % + , -` and single spaces",
        "a>b|`>` is not allowed, only `A-Z a-z 0-9 _ . / : = @ % + , -` and single spaces",
        "a \"b\"|`\"` is not allowed, only `A-Z a-z 0-9 _ . / : = @ % + , -` and single spaces",
        "a ü|`ü` is not allowed, only `A-Z a-z 0-9 _ . / : = @ % + , -` and single spaces",
        "A=b rm|its first word is an assignment",
        "A=b|its first word is an assignment",
      })
  void command_anythingElse_saysWhy(String text, String problem) {
    assertThat(Refusals.reason(CommandValue::parse, text))
        .isEqualTo("`" + text + "` is not a Command: " + problem);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ls\nrm", "ls\trm", "ls\0", "ls\r"})
  void command_controls_areRefused(String text) {
    assertThat(Refusals.reason(CommandValue::parse, text)).contains("is not allowed");
  }

  @Test
  void string_halfAPair_throws() {
    assertThatThrownBy(() -> new StringValue("a\uDC00"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("`a\\u{dc00}` holds half a surrogate pair");
    assertThat(new StringValue("\uD83D\uDE00").value()).hasSize(2);
  }

  @Test
  void enum_ordinalOutOfRange_throws() {
    assertThat(new EnumValue(Schema.SOURCE, 1).name()).isEqualTo("user");
    assertThatThrownBy(() -> new EnumValue(Schema.SOURCE, 4))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("enum `Source` has no ordinal 4");
  }

  @Test
  void source_ordinals_areThoseOfTheSchema() {
    assertThat(Schema.SOURCE.enumerators())
        .extracting(word -> word.name().toUpperCase(Locale.ROOT))
        .containsExactlyElementsOf(Arrays.stream(Source.values()).map(Enum::name).toList());
  }
}
