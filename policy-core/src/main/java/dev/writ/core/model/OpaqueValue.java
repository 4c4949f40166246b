package dev.writ.core.model;

/** A JSON value that policies may only test for presence. */
public record OpaqueValue(Json json) implements Value {

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.visitOpaque(this);
  }
}
