package dev.writ.core.model;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A SPIFFE id, within the character set of the SPIFFE standard (SPIFFE-ID, section 2): {@code
 * spiffe://example.org/agents/bot}. The path may be absent: that is the trust domain's own id.
 */
public record SpiffeIdValue(String text) implements Value {

  private static final String SCHEME = "spiffe://";
  private static final int LONGEST = 2048;
  private static final Pattern TRUST_DOMAIN = Pattern.compile("[a-z0-9._-]{1,255}");
  private static final Pattern SEGMENT = Pattern.compile("[A-Za-z0-9._-]+");

  /**
   * @throws IllegalArgumentException if the text is no SPIFFE id
   */
  public SpiffeIdValue {
    String problem = problem(text);
    if (problem != null) {
      throw new IllegalArgumentException(message(text, problem));
    }
  }

  /**
   * The SPIFFE id written so.
   *
   * @throws InvalidValueException if the text is no SPIFFE id
   */
  public static SpiffeIdValue parse(String text) throws InvalidValueException {
    String problem = problem(text);
    if (problem != null) {
      throw new InvalidValueException("", message(text, problem));
    }
    return new SpiffeIdValue(text);
  }

  private static String message(String text, String problem) {
    return Shown.text(text) + " is not a SpiffeId: " + problem;
  }

  private static @Nullable String problem(String text) {
    if (!text.startsWith(SCHEME)) {
      return "it does not start with `spiffe://`";
    }
    if (text.length() > LONGEST) {
      return "it is longer than 2048 characters";
    }
    int slash = text.indexOf('/', SCHEME.length());
    String domain = text.substring(SCHEME.length(), slash < 0 ? text.length() : slash);
    if (!TRUST_DOMAIN.matcher(domain).matches()) {
      return "its trust domain is not 1 to 255 of `a-z 0-9 . - _`";
    }
    return slash < 0 ? null : pathProblem(text.substring(slash + 1));
  }

  private static @Nullable String pathProblem(String path) {
    for (String segment : path.split("/", -1)) {
      if (segment.isEmpty()) {
        return "its path has an empty segment";
      }
      if (segment.equals(".") || segment.equals("..")) {
        return "its path has a segment " + Shown.text(segment);
      }
      if (!SEGMENT.matcher(segment).matches()) {
        return "its path holds something else than `A-Z a-z 0-9 . - _`";
      }
    }
    return null;
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.visitSpiffeId(this);
  }
}
