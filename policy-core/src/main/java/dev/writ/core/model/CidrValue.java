package dev.writ.core.model;

/**
 * A network: an address and the number of leading bits of its 128 that count (an IPv4 /8 is 104).
 */
public record CidrValue(IpValue address, int prefix) implements Value {

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.visitCidr(this);
  }
}
