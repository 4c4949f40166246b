package dev.writ.core.model;

/**
 * An IP address as 128 bits; an IPv4 address is held as its IPv4-mapped IPv6 form, so that {@code
 * ::ffff:192.0.2.1} equals {@code 192.0.2.1}.
 *
 * <p>The text is a dotted quad without leading zeros, {@code ::ffff:} before one, or IPv6 in the
 * form of RFC 5952 (lower case, no leading zeros, {@code ::} for the longest run of zeros). No zone
 * id, and never a name.
 */
public record IpValue(long high, long low) implements Value {

  private static final String MAPPED = "::ffff:";

  /**
   * The address written so.
   *
   * @throws InvalidValueException if the text is no address, or not in its canonical form
   */
  public static IpValue parse(String text) throws InvalidValueException {
    boolean quad = text.indexOf(':') < 0;
    IpValue ip = quad ? IpText.parseV4(text) : IpText.parseV6(text);
    if (ip == null) {
      throw new InvalidValueException(
          "",
          Shown.text(text)
              + " is not an Ip: write four numbers of 0 to 255 without leading zeros, or an IPv6"
              + " address without zone id");
    }
    if (quad) {
      return ip;
    }
    String canonical = ip.text();
    if (!text.equals(canonical) && !(ip.isV4() && text.equals(MAPPED + canonical))) {
      throw new InvalidValueException(
          "", Shown.text(text) + " is not a canonical Ip: write `" + canonical + "`");
    }
    return ip;
  }

  /** Whether this is an IPv4 address. */
  public boolean isV4() {
    return high == 0 && low >>> 32 == 0xffff;
  }

  /** The canonical text. */
  public String text() {
    return IpText.text(this);
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.visitIp(this);
  }
}
