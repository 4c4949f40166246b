package dev.writ.core.model;

/** A SPIFFE id. */
public record SpiffeIdValue(String text) implements Value {

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.visitSpiffeId(this);
  }
}
