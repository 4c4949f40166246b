package dev.writ.core.model;

/** An IP address as 128 bits; an IPv4 address is held as its IPv4-mapped IPv6 form. */
public record IpValue(long high, long low) implements Value {

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.visitIp(this);
  }
}
