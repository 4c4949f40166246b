package dev.writ.core.model;

import java.util.regex.Pattern;

/**
 * The digest of a tool: SHA-256 over the canonical form ({@link JsonWriter#canonical}) of the whole
 * object that its server lists for it, name, description and schemas included, so that a changed
 * description changes it too. Stateless, thread-safe.
 */
public final class ToolDigest {

  /** 4 Mi characters, 200 levels, 40 digits. */
  public static final JsonLimits LIMITS = new JsonLimits(4 << 20, 200, 40);

  private static final Pattern FORM = Pattern.compile("sha256:[0-9a-f]{64}");

  private ToolDigest() {}

  /**
   * The digest of a tool, as {@code sha256:} and 64 hexadecimal digits in lower case.
   *
   * @param toolJson one element of {@code tools} in the answer to {@code tools/list} of the Model
   *     Context Protocol
   * @throws JsonException if it is not a JSON object, or passes {@link #LIMITS}
   */
  public static String of(String toolJson) throws JsonException {
    Json tool = new JsonReader(LIMITS).parse(toolJson);
    if (!(tool instanceof Json.Obj)) {
      throw new JsonException(0, 0, "a tool is an object, found " + JsonKind.of(tool));
    }
    return Sha256.of(tool);
  }

  /** Whether a text is written as a digest. */
  public static boolean isDigest(String text) {
    return FORM.matcher(text).matches();
  }
}
