package dev.writ.core.model;

/**
 * A canonical URL and its parts; the port is -1 where none is written, the path is {@code /} where
 * none is written.
 */
public record UrlValue(String text, String scheme, String host, int port, String path)
    implements Value {

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.visitUrl(this);
  }
}
