package dev.writ.core.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GlobTest {

  @ParameterizedTest
  @CsvSource({
    "'','',true",
    "'',a,false",
    "*,'',true",
    "*,anything at all,true",
    "**,x,true",
    "a*,a,true",
    "a*,abc,true",
    "a*,ba,false",
    "*a,a,true",
    "*a,cba,true",
    "*a,ab,false",
    "a*b*c,abc,true",
    "a*b*c,a1b2c,true",
    "a*b*c,acb,false",
    "*ab,aab,true",
    "?,a,true",
    "?,'',false",
    "?,ab,false",
    "a?c,abc,true",
    "*?,'',false",
    "*?,a,true",
    "\\*,*,true",
    "\\*,a,false",
    "\\?,?,true",
    "\\?,a,false",
    "\\\\,\\,true",
    "a\\*b,a*b,true",
    "a\\*b,axb,false",
    "A,a,false",
    "a.c,abc,false",
    "[a-z],b,false",
    "OPS-*,OPS-12,true",
  })
  void matches_table(String glob, String text, boolean expected) throws InvalidValueException {
    assertThat(Glob.parse(glob).matches(text)).isEqualTo(expected);
  }

  @Test
  void matches_questionMark_takesOneCodePoint() throws InvalidValueException {
    assertThat(Glob.parse("?").matches("\uD83D\uDE00")).isTrue();
    assertThat(Glob.parse("??").matches("\uD83D\uDE00")).isFalse();
    assertThat(Glob.parse("*\uDBFF\uDFFF").matches("\uD83D\uDE00\uDBFF\uDFFF")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\\", "a\\", "\\n", "a\\b*"})
  void parse_otherEscape_saysWhy(String source) {
    assertThat(Refusals.reason(Glob::parse, source))
        .isEqualTo(
            "`"
                + source
                + "` is not a pattern: a backslash stands before `*`, `?` or another backslash"
                + " only");
  }

  @Test
  void matches_manyStarsOverLongText_ends() throws InvalidValueException {
    assertThat(Glob.parse("*a".repeat(30) + "b").matches("a".repeat(20_000))).isFalse();
  }

  @Test
  void equality_isBySource() throws InvalidValueException {
    assertThat(Glob.parse("a*")).isEqualTo(Glob.parse("a*")).hasSameHashCodeAs(Glob.parse("a*"));
    assertThat(Glob.parse("a*")).isNotEqualTo(Glob.parse("a?"));
    assertThat(Glob.parse("\\*")).hasToString("\\*");
  }
}
