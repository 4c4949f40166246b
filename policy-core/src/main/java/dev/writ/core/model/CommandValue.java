package dev.writ.core.model;

/** A command line of plain words and single spaces, at least one word. */
public record CommandValue(String text) implements Value {

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.visitCommand(this);
  }
}
