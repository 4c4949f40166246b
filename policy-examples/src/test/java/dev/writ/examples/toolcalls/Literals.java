package dev.writ.examples.toolcalls;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The literals of a policy, held against the values of calls. */
final class Literals {

  private static final Pattern COMMENT = Pattern.compile("//.*");
  private static final Pattern LITERAL =
      Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"|(?<![\\w.\"])(\\d+(?:\\.\\d+)?)(?![\\w.])");

  private final Set<String> found = new LinkedHashSet<>();

  Literals(String policy) {
    Matcher literals = LITERAL.matcher(COMMENT.matcher(policy).replaceAll(""));
    while (literals.find()) {
      found.add(
          literals.group(1) != null
              ? literals.group(1)
              : canonical(new BigDecimal(literals.group(2))));
    }
  }

  int size() {
    return found.size();
  }

  /** Those that a call holds, but neither the environment nor a prompt. */
  List<String> copiedFromCalls(Suite suite) {
    Set<String> called = new LinkedHashSet<>();
    suite.calls().forEach(call -> scalars(call.arguments(), called::add));
    Set<String> known = new LinkedHashSet<>();
    scalars(suite.environment(), known::add);
    String prompts = String.join("\n", suite.prompts().values());
    List<String> copied = new ArrayList<>();
    for (String literal : found) {
      if (called.contains(literal) && !known.contains(literal) && !prompts.contains(literal)) {
        copied.add(literal);
      }
    }
    return copied;
  }

  static void scalars(JsonNode json, Consumer<String> sink) {
    if (json.isNumber()) {
      sink.accept(canonical(json.decimalValue()));
    } else if (json.isTextual()) {
      sink.accept(json.asText());
    }
    json.forEach(child -> scalars(child, sink));
  }

  private static String canonical(BigDecimal number) {
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }
}
