package dev.writ.core.model;

import java.util.Map;
import java.util.regex.Pattern;

/** Takes one URL apart, from left to right. */
final class UrlParser {

  private static final Pattern SCHEME = Pattern.compile("[a-z][a-z0-9+.-]*");
  private static final Map<String, Integer> DEFAULT_PORTS =
      Map.of("http", 80, "https", 443, "ws", 80, "wss", 443, "ftp", 21);
  private static final String UNRESERVED_MARKS = "-._~";
  private static final String SUB_DELIMITERS = "!$&'()*+,;=";
  private static final String HEX = "0123456789ABCDEF";

  private final String text;

  UrlParser(String text) {
    this.text = text;
  }

  UrlValue parse() throws InvalidValueException {
    int mark = text.indexOf("://");
    require(mark >= 0, "it has no `://` after a scheme");
    String scheme = text.substring(0, mark);
    require(SCHEME.matcher(scheme).matches(), "its scheme is not of `a-z 0-9 + . -`");
    require(text.indexOf('#') < 0, "it has a fragment");
    int query = text.indexOf('?');
    int pathEnd = query < 0 ? text.length() : query;
    int pathStart = text.indexOf('/', mark + 3);
    require(
        pathStart >= 0 && pathStart < pathEnd, "it has no path: write at least `/` after the host");
    String authority = text.substring(mark + 3, pathStart);
    int colon = portColon(authority);
    String host = colon < 0 ? authority : authority.substring(0, colon);
    checkHost(authority, host);
    int port = colon < 0 ? -1 : port(scheme, authority.substring(colon + 1));
    checkCharacters(pathStart, pathEnd, "/:@");
    PathValue path = path(text.substring(pathStart, pathEnd));
    require(query != text.length() - 1, "it has an empty query: leave out the `?`");
    checkCharacters(pathEnd + 1, text.length(), "/?:@");
    return new UrlValue(text, scheme, host, port, path);
  }

  private void checkHost(String authority, String host) throws InvalidValueException {
    require(authority.indexOf('@') < 0, "it has user information before the host");
    String problem = HostText.problem(host);
    if (problem != null) {
      throw invalid(problem);
    }
  }

  /** Where the port's colon stands, behind the brackets of an address, or -1. */
  private static int portColon(String authority) {
    return authority.indexOf(':', Math.max(0, authority.indexOf(']')));
  }

  private int port(String scheme, String digits) throws InvalidValueException {
    int port = IpText.isNumber(digits, 5) ? Integer.parseInt(digits) : 0;
    require(port >= 1 && port <= 65535, "its port is not 1 to 65535 without leading zeros");
    boolean usual = port == DEFAULT_PORTS.getOrDefault(scheme, 0);
    require(!usual, "it writes the default port of its scheme: leave out `:" + digits + "`");
    return port;
  }

  private PathValue path(String written) throws InvalidValueException {
    require(!written.endsWith("//"), "the path is not canonical: it has an empty segment");
    boolean open = written.length() > 1 && written.endsWith("/");
    String closed = open ? written.substring(0, written.length() - 1) : written;
    String problem = PathValue.problem(closed);
    if (problem != null) {
      throw invalid("the path is not canonical: " + problem);
    }
    return new PathValue(closed);
  }

  private void checkCharacters(int start, int end, String more) throws InvalidValueException {
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      if (c == '%') {
        checkEncoded(i, end);
        i += 2;
      } else if (!isUnreserved(c) && SUB_DELIMITERS.indexOf(c) < 0 && more.indexOf(c) < 0) {
        throw invalid(
            "percent-encode " + Shown.text(Character.toString(text.codePointAt(i))) + " as UTF-8");
      }
    }
  }

  private void checkEncoded(int percent, int end) throws InvalidValueException {
    int high = percent + 2 < end ? HEX.indexOf(text.charAt(percent + 1)) : -1;
    int low = percent + 2 < end ? HEX.indexOf(text.charAt(percent + 2)) : -1;
    require(high >= 0 && low >= 0, "`%` stands before two digits of `0-9 A-F` only");
    int encoded = (high << 4) | low;
    boolean hides = encoded == '/' || encoded == '\\' || encoded == 0 || isUnreserved(encoded);
    require(!hides, "`" + text.substring(percent, percent + 3) + "` may not be percent-encoded");
  }

  private static boolean isUnreserved(int c) {
    boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    return letter || (c >= '0' && c <= '9') || UNRESERVED_MARKS.indexOf(c) >= 0;
  }

  private void require(boolean condition, String problem) throws InvalidValueException {
    if (!condition) {
      throw invalid(problem);
    }
  }

  private InvalidValueException invalid(String problem) {
    return new InvalidValueException("", Shown.text(text) + " is not a Url: " + problem);
  }
}
