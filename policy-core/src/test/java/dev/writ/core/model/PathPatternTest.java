package dev.writ.core.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PathPatternTest {

  @ParameterizedTest
  @CsvSource({
    "/srv/*/logs/**,/srv/a/logs,true",
    "/srv/*/logs/**,/srv/a/logs/x,true",
    "/srv/*/logs/**,/srv/a/logs/x/y,true",
    "/srv/*/logs/**,/srv/a/b/logs/x,false",
    "/srv/*/logs/**,/srv/logs/x,false",
    "/srv/*/logs/**,/srv/a/logsx,false",
    "/srv/**,/srv,true",
    "/srv/**,/srvx,false",
    "/**,/,true",
    "/**,/a/b/c,true",
    "/,/,true",
    "/,/a,false",
    "/*,/,false",
    "/*,/a,true",
    "/*,/a/b,false",
    "/a*c,/abbc,true",
    "/a*c,/ac,true",
    "/a*c,/a/c,false",
    "/a?c,/abc,true",
    "/a?c,/ac,false",
    "/**/x,/x,true",
    "/**/x,/a/b/x,true",
    "/**/x,/a/x/b,false",
    "/a/**/b/**/c,/a/b/c,true",
    "/a/**/b/**/c,/a/1/b/2/3/c,true",
    "/a/**/b/**/c,/a/1/c/2/b,false",
    "/**/a/**/b,/a/x/a/b/b,true",
    "/**/a/*/b,/a/a/x/b,true",
    "/**/*,/,false",
    "/**/*,/a,true",
    "/**/**,/,true",
    "/A,/a,false",
    "/x.log,/x-log,false",
  })
  void matches_table(String pattern, String path, boolean expected) throws InvalidValueException {
    assertThat(PathPattern.parse(pattern).matches(new PathValue(path))).isEqualTo(expected);
  }

  @Test
  void matches_questionMark_takesOneCodePoint() throws InvalidValueException {
    assertThat(PathPattern.parse("/?").matches(new PathValue("/\uD83D\uDE00"))).isTrue();
    assertThat(PathPattern.parse("/??").matches(new PathValue("/\uD83D\uDE00"))).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "srv/*|`srv/*` is not a path pattern: it does not start with `/`",
        "/srv/|`/srv/` is not a path pattern: it ends with `/`",
        "/srv//a|`/srv//a` is not a path pattern: it has an empty segment",
        "/srv/../a|`/srv/../a` is not a path pattern: it has a segment `..`",
        "/srv/\\*|`/srv/\\*` is not a path pattern: it holds a backslash",
        "/a**|`/a**` is not a path pattern: `**` stands for whole segments: write it between"
            + " slashes, or one `*`",
        "/***|`/***` is not a path pattern: `**` stands for whole segments: write it between"
            + " slashes, or one `*`",
      })
  void parse_noPattern_saysWhy(String source, String reason) {
    assertThat(Refusals.reason(PathPattern::parse, source)).isEqualTo(reason);
  }

  @Test
  void matches_manyStarsOverLongPath_ends() throws InvalidValueException {
    PathPattern pattern = PathPattern.parse("/**/a".repeat(50) + "/b");
    assertThat(pattern.matches(new PathValue("/a".repeat(5_000)))).isFalse();
  }

  @Test
  void equality_isBySource() throws InvalidValueException {
    assertThat(PathPattern.parse("/a/*")).isEqualTo(PathPattern.parse("/a/*"));
    assertThat(PathPattern.parse("/a/*")).isNotEqualTo(PathPattern.parse("/a/?"));
    assertThat(PathPattern.parse("/a/*")).hasToString("/a/*");
  }
}
