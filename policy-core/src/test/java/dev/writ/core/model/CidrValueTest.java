package dev.writ.core.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CidrValueTest {

  @ParameterizedTest
  @ValueSource(
      strings = {"0.0.0.0/0", "10.0.0.0/8", "192.0.2.1/32", "::/0", "2001:db8::/32", "::1/128"})
  void parse_canonical_givesItsText(String text) throws InvalidValueException {
    assertThat(CidrValue.parse(text).text()).isEqualTo(text);
  }

  @Test
  void parse_mapped_equalsItsIpv4() throws InvalidValueException {
    assertThat(CidrValue.parse("::ffff:10.0.0.0/104")).isEqualTo(CidrValue.parse("10.0.0.0/8"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "10.0.0.0|`10.0.0.0` is not a Cidr: write an address, `/` and a number of bits, as"
            + " `10.0.0.0/8`",
        "10.0.0.0/|`10.0.0.0/` is not a Cidr: write an address, `/` and a number of bits, as"
            + " `10.0.0.0/8`",
        "10.0.0.0/08|`10.0.0.0/08` is not a Cidr: write an address, `/` and a number of bits, as"
            + " `10.0.0.0/8`",
        "10.0.0.0/+8|`10.0.0.0/+8` is not a Cidr: write an address, `/` and a number of bits, as"
            + " `10.0.0.0/8`",
        "10.0.0.0/33|`10.0.0.0/33` is not a Cidr: it counts more than 32 bits",
        "::/129|`::/129` is not a Cidr: it counts more than 128 bits",
        "10.0.0.1/8|`10.0.0.1/8` is not a Cidr: it has bits behind the first 8: write"
            + " `10.0.0.0/8`",
        "2001:db8::1/32|`2001:db8::1/32` is not a Cidr: it has bits behind the first 32: write"
            + " `2001:db8::/32`",
        "10.0.0/8|`10.0.0/8` is not a Cidr: `10.0.0` is not an Ip: write four numbers of 0 to 255"
            + " without leading zeros, or an IPv6 address without zone id",
      })
  void parse_noNetwork_saysWhy(String text, String reason) {
    assertThat(Refusals.reason(CidrValue::parse, text)).isEqualTo(reason);
  }

  @ParameterizedTest
  @CsvSource({
    "10.0.0.0/8,10.0.0.0,true",
    "10.0.0.0/8,10.255.255.255,true",
    "10.0.0.0/8,11.0.0.0,false",
    "10.0.0.0/8,::ffff:10.1.2.3,true",
    "10.0.0.0/8,a00::,false",
    "0.0.0.0/0,255.255.255.255,true",
    "0.0.0.0/0,::1,false",
    "::/0,10.0.0.1,true",
    "::/0,2001:db8::1,true",
    "192.0.2.1/32,192.0.2.1,true",
    "192.0.2.1/32,192.0.2.2,false",
    "2001:db8::/32,2001:db8:ffff::,true",
    "2001:db8::/32,2001:db9::,false",
    "2001:db8::/65,2001:db8::7fff:0:0:1,true",
    "2001:db8::/65,2001:db8::8000:0:0:1,false",
    "2001:db8::/64,2001:db8:0:1::,false",
  })
  void contains_table(String network, String ip, boolean expected) throws InvalidValueException {
    assertThat(CidrValue.parse(network).contains(IpValue.parse(ip))).isEqualTo(expected);
  }

  @Test
  void constructor_bitsBehindThePrefix_throws() throws InvalidValueException {
    IpValue ip = IpValue.parse("10.0.0.1");
    assertThatThrownBy(() -> new CidrValue(ip, 104)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new CidrValue(ip, 129)).isInstanceOf(IllegalArgumentException.class);
  }
}
