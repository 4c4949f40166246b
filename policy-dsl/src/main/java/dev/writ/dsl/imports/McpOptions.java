package dev.writ.dsl.imports;

import dev.writ.dsl.source.SourceText;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a tool list does not say about its schema.
 *
 * @param server the name of the server, as bindings and calls tell it
 * @param module the module of the schema, dotted
 * @param principals the types that may call tools, at least one
 */
public record McpOptions(String server, String module, List<PrincipalType> principals) {

  /**
   * Checks that each can be written.
   *
   * @throws IllegalArgumentException if one cannot; the message says why
   */
  public McpOptions {
    principals = List.copyOf(principals);
    if (!WritNames.canBeName(server)) {
      throw new IllegalArgumentException(
          "`" + PlainText.shortened(server, 80) + "` cannot be the name of a server");
    }
    for (String part : module.split("\\.", -1)) {
      if (!WritNames.isIdentifier(part)) {
        throw new IllegalArgumentException(
            "`" + PlainText.shortened(module, 80) + "` cannot be the name of a module");
      }
    }
    if (principals.isEmpty()) {
      throw new IllegalArgumentException("there is no type of principals");
    }
  }

  /** Declarations of the types that are declared elsewhere, for compiling a schema by itself. */
  public List<SourceText> declarationsElsewhere() {
    SortedMap<String, String> texts = new TreeMap<>();
    for (PrincipalType type : principals) {
      if (!type.isDeclared()) {
        texts.merge(type.module(), type.declaration() + "\n", String::concat);
      }
    }
    return texts.entrySet().stream()
        .map(
            text ->
                new SourceText(
                    "elsewhere.writ", "module " + text.getKey() + ";\n" + text.getValue()))
        .toList();
  }

  /** The module's name for a server: {@code server-github} gives server_github. */
  public static String moduleOf(String server) {
    String word = WritNames.word(server, "mcp");
    return WritNames.isIdentifier(word) ? word : word + "_tools";
  }
}
