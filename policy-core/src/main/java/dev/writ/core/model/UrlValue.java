package dev.writ.core.model;

import org.jspecify.annotations.Nullable;

/**
 * A canonical URL with a host (RFC 3986): {@code https://api.example.com/v1/items?limit=5}.
 *
 * <p>Nothing is normalised: what is not canonical is rejected, so that two texts never name one
 * thing. Scheme and host are in lower case, the host is of A-labels or a canonical address; there
 * is no user information, no fragment, no backslash, and no port that the scheme has by default. A
 * path is written, if only as {@code /}; it has no segment that is empty, {@code .} or {@code ..},
 * but may end with {@code /}. Percent-encoding is in upper case, and never of a character that may
 * stand for itself, nor of {@code /}, {@code \} or NUL.
 */
public final class UrlValue implements Value {

  private final String text;
  private final String scheme;
  private final String host;
  private final int port;
  private final PathValue path;

  UrlValue(String text, String scheme, String host, int port, PathValue path) {
    this.text = text;
    this.scheme = scheme;
    this.host = host;
    this.port = port;
    this.path = path;
  }

  /**
   * The URL written so.
   *
   * @throws InvalidValueException if the text is no canonical URL with a host
   */
  public static UrlValue parse(String text) throws InvalidValueException {
    return new UrlParser(text).parse();
  }

  /**
   * Checks that a text can be the host of a URL, for what a policy compares hosts with.
   *
   * @throws InvalidValueException if it cannot
   */
  public static void checkHost(String host) throws InvalidValueException {
    String problem = HostText.problem(host);
    if (problem != null) {
      throw new InvalidValueException("", Shown.text(host) + " is not a host: " + problem);
    }
  }

  /**
   * Whether a host is a domain or one below it, by whole labels. An address is under no domain but
   * equals itself.
   */
  public static boolean isHostUnder(String host, String domain) {
    return host.equals(domain) || (host.endsWith("." + domain) && !HostText.isAddress(host));
  }

  /** The URL as written. */
  public String text() {
    return text;
  }

  /** The scheme, without its colon. */
  public String scheme() {
    return scheme;
  }

  /** The host: a name, a dotted quad, or an IPv6 address in brackets. */
  public String host() {
    return host;
  }

  /** The port that is written, or -1. */
  public int port() {
    return port;
  }

  /**
   * The path, percent-encoding left as it is, without the {@code /} at its end: a rule about {@code
   * /admin} holds for {@code /admin/} too.
   */
  public PathValue path() {
    return path;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof UrlValue url && text.equals(url.text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  @Override
  public String toString() {
    return "UrlValue[" + text + "]";
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.visitUrl(this);
  }
}
