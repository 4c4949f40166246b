package dev.writ.core.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the parser finds wrong, in the words of this project. */
final class JsonFault {

  private static final Pattern CHARACTER = Pattern.compile("code ([0-9]+)");
  private static final Pattern TOKEN =
      Pattern.compile("(?:Unrecognized|Non-standard) token '([^']*)'");

  private JsonFault() {}

  static String reason(JsonProcessingException fault) {
    if (fault instanceof JsonEOFException) {
      return "the text ends before the value does";
    }
    String message = fault.getOriginalMessage();
    Matcher token = TOKEN.matcher(message);
    if (token.lookingAt()) {
      return Shown.text(token.group(1)) + " is not JSON";
    }
    Matcher character = CHARACTER.matcher(message);
    if (character.find()) {
      String shown = Shown.text(Character.toString(Integer.parseInt(character.group(1))));
      return shown + (message.startsWith("Illegal") ? " is not escaped" : " is not expected here");
    }
    return message.substring(0, 1).toLowerCase(Locale.ROOT) + message.substring(1);
  }
}
