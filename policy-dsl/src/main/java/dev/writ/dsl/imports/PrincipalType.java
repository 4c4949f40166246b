package dev.writ.dsl.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * An entity type that may call tools.
 *
 * @param module where it is declared; empty where the schema declares it
 * @param name its name there
 * @param human whether it is declared as a human
 */
public record PrincipalType(String module, String name, boolean human) {
  private static final Pattern WORDS =
      Pattern.compile("(human +)?(?:([A-Za-z_][A-Za-z0-9_.]*)\\.)?([A-Za-z_][A-Za-z0-9_]*)");

  /**
   * The types in a list such as {@code Agent, human User} or {@code platform.Agent, platform.User}.
   * Those with a module are not declared by the schema but used from there.
   *
   * @throws IllegalArgumentException if it is no such list; the message says why
   */
  public static List<PrincipalType> parse(String list) {
    List<PrincipalType> types = new ArrayList<>();
    for (String each : list.split(",", -1)) {
      var parts = WORDS.matcher(each.strip());
      if (!parts.matches()) {
        throw new IllegalArgumentException(
            "`" + PlainText.shortened(each, 80) + "` is no entity type");
      }
      String module = parts.group(2) == null ? "" : parts.group(2);
      types.add(new PrincipalType(module, parts.group(3), parts.group(1) != null));
    }
    for (PrincipalType type : types) {
      type.check(types);
    }
    return List.copyOf(types);
  }

  private void check(List<PrincipalType> all) {
    if (!WritNames.isIdentifier(name) || WritNames.BUILT_IN.contains(name)) {
      throw new IllegalArgumentException("`" + name + "` cannot be the name of an entity type");
    }
    if (name.equals(McpSchema.RESOURCE)) {
      throw new IllegalArgumentException("`" + name + "` is the type of what is acted on");
    }
    if (all.stream().filter(other -> other.name().equals(name)).count() > 1) {
      throw new IllegalArgumentException("`" + name + "` stands twice");
    }
  }

  /** Whether the schema declares it. */
  boolean isDeclared() {
    return module.isEmpty();
  }

  /** Its declaration. */
  String declaration() {
    return (human ? "human entity " : "entity ") + name + ";";
  }
}
