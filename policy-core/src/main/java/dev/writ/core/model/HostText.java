package dev.writ.core.model;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The host of a URL: a name of lower-case labels (A-labels, RFC 5890), a dotted quad, or an IPv6
 * address in brackets.
 *
 * <p>One host has one text: there is no dot at the end, no number form of an address ({@code
 * 0x7f.1}, {@code 2130706433}), no IPv4-mapped address in brackets.
 */
final class HostText {

  private static final Pattern LABEL = Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");
  private static final Pattern NUMERIC = Pattern.compile("[0-9]+|0x[0-9a-f]*");
  private static final int LONGEST = 253;

  private HostText() {}

  static @Nullable String problem(String host) {
    if (host.isEmpty()) {
      return "it has no host";
    }
    if (host.startsWith("[")) {
      return bracketProblem(host);
    }
    String last = host.substring(host.lastIndexOf('.') + 1);
    if (NUMERIC.matcher(last).matches()) {
      return IpText.parseV4(host) == null ? "its host is no canonical address" : null;
    }
    return nameProblem(host);
  }

  private static @Nullable String bracketProblem(String host) {
    String inner = host.endsWith("]") ? host.substring(1, host.length() - 1) : "";
    IpValue ip = inner.indexOf(':') < 0 ? null : IpText.parseV6(inner);
    if (ip == null) {
      return "its host is no address in brackets";
    }
    String canonical = ip.isV4() ? ip.text() : "[" + ip.text() + "]";
    return host.equals(canonical) ? null : "its host is not canonical: write `" + canonical + "`";
  }

  private static @Nullable String nameProblem(String host) {
    if (host.length() > LONGEST) {
      return "its host is longer than 253 characters";
    }
    for (String label : host.split("\\.", -1)) {
      if (!LABEL.matcher(label).matches()) {
        return "its host is not of lower-case labels of `a-z 0-9 -` (A-labels), of 1 to 63"
            + " characters, without a dot at the end";
      }
    }
    return null;
  }

  /** Whether a host is an address rather than a name. */
  static boolean isAddress(String host) {
    return host.startsWith("[") || IpText.parseV4(host) != null;
  }
}
