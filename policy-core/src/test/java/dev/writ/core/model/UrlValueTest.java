package dev.writ.core.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UrlValueTest {

  @ParameterizedTest
  @CsvSource({
    "https://example.com/,https,example.com,-1,/",
    "https://example.com/a/b,https,example.com,-1,/a/b",
    "https://example.com/a/,https,example.com,-1,/a",
    "https://example.com:8443/a,https,example.com,8443,/a",
    "http://example.com:443/,http,example.com,443,/",
    "https://example.com:80/,https,example.com,80,/",
    "https://example.com/?q=a/b?c:d@e,https,example.com,-1,/",
    "https://example.com/a?x=%20,https,example.com,-1,/a",
    "https://xn--bcher-kva.example/,https,xn--bcher-kva.example,-1,/",
    "https://192.0.2.1/,https,192.0.2.1,-1,/",
    "https://[2001:db8::1]:8443/,https,[2001:db8::1],8443,/",
    "s3+x://bucket-1/key,s3+x,bucket-1,-1,/key",
    "https://localhost/%C3%BC;a=b,https,localhost,-1,/%C3%BC;a=b",
    "https://1password.com/,https,1password.com,-1,/",
  })
  void parse_canonical_givesItsParts(String text, String scheme, String host, int port, String path)
      throws InvalidValueException {
    UrlValue url = UrlValue.parse(text);
    assertThat(url.text()).isEqualTo(text);
    assertThat(url.scheme()).isEqualTo(scheme);
    assertThat(url.host()).isEqualTo(host);
    assertThat(url.port()).isEqualTo(port);
    assertThat(url.path().text()).isEqualTo(path);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "example.com|it has no `://` after a scheme",
        "mailto:a@example.com|it has no `://` after a scheme",
        "HTTPS://example.com/|its scheme is not of `a-z 0-9 + . -`",
        "://example.com/|its scheme is not of `a-z 0-9 + . -`",
        "https://example.com|it has no path: write at least `/` after the host",
        "https://example.com?a|it has no path: write at least `/` after the host",
        "https://example.com?a/b|it has no path: write at least `/` after the host",
        "https://example.com/#x|it has a fragment",
        "https://user@example.com/|it has user information before the host",
        "https://user:pw@example.com/|it has user information before the host",
        "https:///a|it has no host",
        "file:///etc/passwd|it has no host",
        "https://Example.com/|its host is not of lower-case labels of `a-z 0-9 -` (A-labels), of 1"
            + " to 63 characters, without a dot at the end",
        "https://example.com./|its host is not of lower-case labels of `a-z 0-9 -` (A-labels), of"
            + " 1 to 63 characters, without a dot at the end",
        "https://bücher.example/|its host is not of lower-case labels of `a-z 0-9 -` (A-labels),"
            + " of 1 to 63 characters, without a dot at the end",
        "https://exa_mple.com/|its host is not of lower-case labels of `a-z 0-9 -` (A-labels), of"
            + " 1 to 63 characters, without a dot at the end",
        "https://exa%6Dple.com/|its host is not of lower-case labels of `a-z 0-9 -` (A-labels), of"
            + " 1 to 63 characters, without a dot at the end",
        "https://-a.example/|its host is not of lower-case labels of `a-z 0-9 -` (A-labels), of 1"
            + " to 63 characters, without a dot at the end",
        "https://example.com\\@evil.example/|it has user information before the host",
        "https://127.1/|its host is no canonical address",
        "https://2130706433/|its host is no canonical address",
        "https://0x7f.0.0.1/|its host is no canonical address",
        "https://a.0x7f/|its host is no canonical address",
        "https://0177.0.0.1/|its host is no canonical address",
        "https://1.2.3.4.5/|its host is no canonical address",
        "https://[::1/|its host is no address in brackets",
        "https://[1.2.3.4]/|its host is no address in brackets",
        "https://[fe80::1%25eth0]/|its host is no address in brackets",
        "https://[::0]/|its host is not canonical: write `[::]`",
        "https://[2001:DB8::1]/|its host is not canonical: write `[2001:db8::1]`",
        "https://[::ffff:127.0.0.1]/|its host is not canonical: write `127.0.0.1`",
        "https://example.com:/|its port is not 1 to 65535 without leading zeros",
        "https://example.com:0/|its port is not 1 to 65535 without leading zeros",
        "https://example.com:65536/|its port is not 1 to 65535 without leading zeros",
        "https://example.com:0443/|its port is not 1 to 65535 without leading zeros",
        "https://example.com:443/|it writes the default port of its scheme: leave out `:443`",
        "http://example.com:80/|it writes the default port of its scheme: leave out `:80`",
        "https://example.com//|the path is not canonical: it has an empty segment",
        "https://example.com/a//b|the path is not canonical: it has an empty segment",
        "https://example.com/a//|the path is not canonical: it has an empty segment",
        "https://example.com/./|the path is not canonical: it has a segment `.`",
        "https://example.com/a/..|the path is not canonical: it has a segment `..`",
        "https://example.com/%2e%2e/|`%` stands before two digits of `0-9 A-F` only",
        "https://example.com/%2E%2E/|`%2E` may not be percent-encoded",
        "https://example.com/a%2Fb|`%2F` may not be percent-encoded",
        "https://example.com/a%5Cb|`%5C` may not be percent-encoded",
        "https://example.com/a%00b|`%00` may not be percent-encoded",
        "https://example.com/%61|`%61` may not be percent-encoded",
        "https://example.com/?%2F|`%2F` may not be percent-encoded",
        "https://example.com/%|`%` stands before two digits of `0-9 A-F` only",
        "https://example.com/%4|`%` stands before two digits of `0-9 A-F` only",
        "https://example.com/%C|`%` stands before two digits of `0-9 A-F` only",
        "https://example.com/%C?A|`%` stands before two digits of `0-9 A-F` only",
        "https://example.com/a\\b|percent-encode `\\` as UTF-8",
        "https://example.com/a b|percent-encode ` ` as UTF-8",
        "https://example.com/ü|percent-encode `ü` as UTF-8",
        "https://example.com/[|percent-encode `[` as UTF-8",
        "https://example.com/a?|it has an empty query: leave out the `?`",
      })
  void parse_notCanonical_saysWhy(String text, String problem) {
    assertThat(Refusals.reason(UrlValue::parse, text))
        .isEqualTo("`" + text + "` is not a Url: " + problem);
  }

  @Test
  void parse_controls_areShownEscaped() {
    assertThat(Refusals.reason(UrlValue::parse, "https://example.com/\n\u202E"))
        .isEqualTo(
            "`https://example.com/\\u{a}\\u{202e}` is not a Url: percent-encode `\\u{a}` as UTF-8");
  }

  @ParameterizedTest
  @CsvSource({
    "example.com,example.com,true",
    "api.example.com,example.com,true",
    "a.b.example.com,example.com,true",
    "evilexample.com,example.com,false",
    "example.com.evil.net,example.com,false",
    "com,example.com,false",
    "10.0.0.1,0.0.1,false",
    "10.0.0.1,10.0.0.1,true",
    "[::1],[::1],true",
    "[::1],1],false",
  })
  void isHostUnder_table(String host, String domain, boolean expected) {
    assertThat(UrlValue.isHostUnder(host, domain)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"example.com", "10.0.0.1", "[::1]", "localhost"})
  void checkHost_host_isTaken(String host) throws InvalidValueException {
    UrlValue.checkHost(host);
    assertThat(UrlValue.parse("https://" + host + "/").host()).isEqualTo(host);
  }

  @ParameterizedTest
  @CsvSource({
    "*.example.com",
    ".example.com",
    "example.com.",
    "EXAMPLE.com",
    "example.com/",
    "a..b",
    "10.1"
  })
  void checkHost_noHost_isRefused(String host) {
    Refusals.Parser check =
        text -> {
          UrlValue.checkHost(text);
          return text;
        };
    assertThat(Refusals.reason(check, host)).startsWith("`" + host + "` is not a host: ");
  }

  @Test
  void equality_isByText() throws InvalidValueException {
    UrlValue url = UrlValue.parse("https://example.com/a");
    assertThat(url).isEqualTo(UrlValue.parse("https://example.com/a"));
    assertThat(url).hasSameHashCodeAs(UrlValue.parse("https://example.com/a"));
    assertThat(url).isNotEqualTo(UrlValue.parse("https://example.com/a/"));
    assertThat(url).hasToString("UrlValue[https://example.com/a]");
  }
}
