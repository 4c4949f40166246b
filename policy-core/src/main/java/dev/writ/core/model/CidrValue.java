package dev.writ.core.model;

/**
 * A network: an address and the number of leading bits of its 128 that count (an IPv4 /8 is 104).
 *
 * <p>The text is an address, {@code /} and the number of bits, of 32 for IPv4; the bits behind it
 * are zero in the address. Since an IPv4 address is an IPv6 one, {@code ::/0} holds it too.
 */
public record CidrValue(IpValue address, int prefix) implements Value {

  private static final int V4_OFFSET = 96;

  /**
   * @throws IllegalArgumentException if the prefix is not 0 to 128 or the address has bits behind
   *     it
   */
  public CidrValue {
    if (prefix < 0 || prefix > 128 || !masked(address, prefix).equals(address)) {
      throw new IllegalArgumentException("no such network: " + address.text() + " with " + prefix);
    }
  }

  /**
   * The network written so.
   *
   * @throws InvalidValueException if the text is no network, or has bits behind the prefix
   */
  public static CidrValue parse(String text) throws InvalidValueException {
    int slash = text.lastIndexOf('/');
    String bits = text.substring(slash + 1);
    if (slash < 0 || !IpText.isNumber(bits, 3)) {
      throw invalid(text, "write an address, `/` and a number of bits, as `10.0.0.0/8`");
    }
    String left = text.substring(0, slash);
    IpValue address = address(text, left);
    int offset = left.indexOf(':') < 0 ? V4_OFFSET : 0;
    int prefix = Integer.parseInt(bits) + offset;
    if (prefix > 128) {
      throw invalid(text, "it counts more than " + (128 - offset) + " bits");
    }
    IpValue masked = masked(address, prefix);
    if (!masked.equals(address)) {
      String canonical = new CidrValue(masked, prefix).text();
      throw invalid(text, "it has bits behind the first " + bits + ": write `" + canonical + "`");
    }
    return new CidrValue(address, prefix);
  }

  private static IpValue address(String text, String left) throws InvalidValueException {
    try {
      return IpValue.parse(left);
    } catch (InvalidValueException e) {
      throw invalid(text, e.reason());
    }
  }

  private static InvalidValueException invalid(String text, String problem) {
    return new InvalidValueException("", Shown.text(text) + " is not a Cidr: " + problem);
  }

  /** Whether the address lies in this network. */
  public boolean contains(IpValue ip) {
    return masked(ip, prefix).equals(address);
  }

  private static IpValue masked(IpValue ip, int prefix) {
    return new IpValue(
        ip.high() & leading(Math.min(prefix, 64)), ip.low() & leading(Math.max(prefix - 64, 0)));
  }

  /** A word whose first {@code bits} bits are set. */
  private static long leading(int bits) {
    return bits == 0 ? 0 : -1L << (64 - bits);
  }

  /** The canonical text. */
  public String text() {
    boolean v4 = prefix >= V4_OFFSET && address.isV4();
    return address.text() + "/" + (v4 ? prefix - V4_OFFSET : prefix);
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.visitCidr(this);
  }
}
