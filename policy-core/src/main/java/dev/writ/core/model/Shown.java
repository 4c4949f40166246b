package dev.writ.core.model;

import java.util.Collection;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The form in which a message shows what somebody else wrote. Stateless, thread-safe. */
public final class Shown {

  private static final int LONGEST = 80;
  private static final int MOST = 8;
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,79}");

  private Shown() {}

  /** The text in back-ticks: shortened, on one line, without characters that hide or reorder. */
  public static String text(String text) {
    StringBuilder out = new StringBuilder("`");
    int end = Math.min(text.length(), LONGEST);
    text.substring(0, end).codePoints().forEach(c -> append(out, c));
    return out.append(end < text.length() ? "…`" : "`").toString();
  }

  /** The first of these texts in back-ticks, separated by commas. */
  public static String list(Collection<String> texts) {
    String shown = texts.stream().limit(MOST).map(Shown::text).collect(Collectors.joining(", "));
    return texts.size() > MOST ? shown + ", …" : shown;
  }

  /** The place of a member of what stands at {@code place}. */
  public static String member(String place, String name) {
    if (!PLAIN.matcher(name).matches()) {
      return place + "[" + text(name) + "]";
    }
    return place.isEmpty() ? name : place + "." + name;
  }

  private static void append(StringBuilder out, int codePoint) {
    switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          out.append("\\u{").append(Integer.toHexString(codePoint)).append('}');
      default -> out.appendCodePoint(codePoint);
    }
  }
}
