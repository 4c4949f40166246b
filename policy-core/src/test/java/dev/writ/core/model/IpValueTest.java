package dev.writ.core.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IpValueTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0.0.0.0",
        "255.255.255.255",
        "192.0.2.1",
        "::",
        "::1",
        "1::",
        "2001:db8::1",
        "2001:db8:0:1:1:1:1:1",
        "2001:0:0:1::1",
        "2001:db8::1:0:0:1",
        "fe80::1",
        "1:2:3:4:5:6:7:8",
        "0:2:3:4:5:6:7:8",
        "::ffff:0:1:1"
      })
  void parse_canonical_givesItsText(String text) throws InvalidValueException {
    assertThat(IpValue.parse(text).text()).isEqualTo(text);
  }

  @Test
  void parse_mappedQuad_equalsItsIpv4() throws InvalidValueException {
    IpValue mapped = IpValue.parse("::ffff:192.0.2.1");
    assertThat(mapped).isEqualTo(IpValue.parse("192.0.2.1"));
    assertThat(mapped.text()).isEqualTo("192.0.2.1");
    assertThat(mapped.isV4()).isTrue();
    assertThat(IpValue.parse("::1").isV4()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "2001:DB8::1,2001:db8::1",
    "2001:0db8::1,2001:db8::1",
    "2001:db8:0:0:0:0:0:1,2001:db8::1",
    "0:0:0:0:0:0:0:0,::",
    "::2:3:4:5:6:7:8,0:2:3:4:5:6:7:8",
    "1::2:0:0:0:3,1:0:0:2::3",
    "::ffff:c000:201,192.0.2.1",
    "0:0:0:0:0:ffff:192.0.2.1,192.0.2.1",
    "::FFFF:192.0.2.1,192.0.2.1",
    "64:ff9b::192.0.2.1,64:ff9b::c000:201",
  })
  void parse_notCanonical_saysWhatToWrite(String text, String canonical)
      throws InvalidValueException {
    assertThat(Refusals.reason(IpValue::parse, text))
        .isEqualTo("`" + text + "` is not a canonical Ip: write `" + canonical + "`");
    assertThat(IpValue.parse(canonical).text()).isEqualTo(canonical);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "1.2.3",
        "1.2.3.4.5",
        "1.2.3.256",
        "01.2.3.4",
        "1.2.3.04",
        "0x7f.0.0.1",
        "127.1",
        "2130706433",
        "1.2.3.4 ",
        " 1.2.3.4",
        "1.2.3.-4",
        "1.2.3.+4",
        "1..3.4",
        "١.2.3.4",
        "localhost",
        "fe80::1%eth0",
        "[::1]",
        ":",
        ":::",
        "1::2::3",
        ":1",
        "1:",
        "1:2:3:4:5:6:7",
        "1:2:3:4:5:6:7:8:9",
        "1:2:3:4:5:6:7:8::",
        "12345::",
        "g::",
        "::1.2.3",
        "::1.2.3.4:5",
        "1.2.3.4::",
        "::ffff:1.2.3.04",
        "1:2:3:4:5:6:7:1.2.3.4",
        "10.0.0.0/8"
      })
  void parse_noAddress_isRefused(String text) {
    assertThat(Refusals.reason(IpValue::parse, text))
        .endsWith(
            "is not an Ip: write four numbers of 0 to 255 without leading zeros, or an IPv6"
                + " address without zone id");
  }
}
