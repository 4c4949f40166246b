package dev.writ.core.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PathValueTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/a",
        "/a/b",
        "/srv/app/...",
        "/.hidden",
        "/a..b",
        "/ with space ",
        "/%2e%2e",
        "/ümlaut/\uD83D\uDE00",
        "/line\nbreak",
        "/C:"
      })
  void parse_canonical_isTakenAsItIs(String text) throws InvalidValueException {
    assertThat(PathValue.parse(text).text()).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''|`` is not a Path: it does not start with `/`",
        "a/b|`a/b` is not a Path: it does not start with `/`",
        "./a|`./a` is not a Path: it does not start with `/`",
        "/a/|`/a/` is not a Path: it ends with `/`",
        "//|`//` is not a Path: it ends with `/`",
        "//a|`//a` is not a Path: it has an empty segment",
        "/a//b|`/a//b` is not a Path: it has an empty segment",
        "/.|`/.` is not a Path: it has a segment `.`",
        "/a/./b|`/a/./b` is not a Path: it has a segment `.`",
        "/..|`/..` is not a Path: it has a segment `..`",
        "/a/../b|`/a/../b` is not a Path: it has a segment `..`",
        "/a/..|`/a/..` is not a Path: it has a segment `..`",
        "/a\\b|`/a\\b` is not a Path: it holds a backslash",
        "C:\\a|`C:\\a` is not a Path: it does not start with `/`",
      })
  void parse_notCanonical_saysWhy(String text, String reason) {
    assertThat(Refusals.reason(PathValue::parse, text)).isEqualTo(reason);
  }

  @Test
  void parse_nulOrHalfAPair_saysWhy() {
    assertThat(Refusals.reason(PathValue::parse, "/a\0b"))
        .isEqualTo("`/a\\u{0}b` is not a Path: it holds a NUL");
    assertThat(Refusals.reason(PathValue::parse, "/a\uD800"))
        .isEqualTo("`/a\\u{d800}` is not a Path: it holds half a surrogate pair");
  }

  @Test
  void constructor_notCanonical_throws() {
    assertThatThrownBy(() -> new PathValue("/a/../b"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("`/a/../b` is not a Path: it has a segment `..`");
  }

  @ParameterizedTest
  @CsvSource({
    "/srv/app,logs,/srv/app/logs",
    "/srv/app,logs/a.txt,/srv/app/logs/a.txt",
    "/srv/app,/etc,/etc",
    "/,logs,/logs",
  })
  void parse_withBase_putsItBeforeRelative(String base, String text, String expected)
      throws InvalidValueException {
    assertThat(PathValue.parse(text, PathValue.parse(base)).text()).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".", "..", "../etc", "a/../../etc", "a//b", "a/"})
  void parse_withBaseAndNotCanonical_isRefused(String text) {
    assertThat(Refusals.reason(t -> PathValue.parse(t, new PathValue("/srv")), text))
        .startsWith("`/srv/" + text + "` is not a Path: ");
  }

  @ParameterizedTest
  @CsvSource({"/a/b.txt,b.txt", "/a,a", "/,''"})
  void name_isTheLastSegment(String path, String name) {
    assertThat(new PathValue(path).name()).isEqualTo(name);
  }

  @ParameterizedTest
  @CsvSource({
    "/a/b,/a,true",
    "/a,/a,true",
    "/a,/a/b,false",
    "/ab,/a,false",
    "/a/b,/,true",
    "/,/,true",
    "/,/a,false",
  })
  void isUnder_comparesWholeSegments(String path, String base, boolean under) {
    assertThat(new PathValue(path).isUnder(new PathValue(base))).isEqualTo(under);
  }
}
