package dev.writ.dsl.parse;

import dev.writ.dsl.grammar.WritLexer;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is known about single words of the language without looking at their place. */
final class Words {
  private static final Set<Integer> CLAUSE_WORDS =
      Set.of(
          WritLexer.BY,
          WritLexer.ON,
          WritLexer.WITH,
          WritLexer.WHEN,
          WritLexer.UNLESS,
          WritLexer.BECAUSE,
          WritLexer.DO,
          WritLexer.THEN,
          WritLexer.ELSE,
          WritLexer.AND,
          WritLexer.OR);
  private static final Set<Integer> CLOSING =
      Set.of(
          WritLexer.SEMICOLON,
          WritLexer.COMMA,
          WritLexer.COLON,
          WritLexer.RIGHT_PAREN,
          WritLexer.RIGHT_BRACKET,
          WritLexer.RIGHT_BRACE);
  private static final Set<Integer> NAMING =
      Set.of(
          WritLexer.ENUM,
          WritLexer.ENTITY,
          WritLexer.TYPE,
          WritLexer.ACTION,
          WritLexer.GROUP,
          WritLexer.OBLIGATION,
          WritLexer.SCOPE,
          WritLexer.APPROVAL,
          WritLexer.CONFIRMATION,
          WritLexer.GRANT,
          WritLexer.LABEL,
          WritLexer.LET,
          WritLexer.MODULE,
          WritLexer.ANY,
          WritLexer.EVERY,
          WritLexer.EACH);

  /** What other languages call a declaration or a clause, and what it is called here. */
  private static final Map<String, String> ALIASES =
      Map.ofEntries(
          Map.entry("allow", "permit"),
          Map.entry("deny", "forbid"),
          Map.entry("rule", "permit"),
          Map.entry("policy", "permit"),
          Map.entry("role", "scope"),
          Map.entry("import", "use"),
          Map.entry("package", "module"),
          Map.entry("namespace", "module"),
          Map.entry("struct", "type"),
          Map.entry("record", "type"),
          Map.entry("class", "entity"),
          Map.entry("where", "when"),
          Map.entry("if", "when"),
          Map.entry("except", "unless"),
          Map.entry("reason", "because"),
          Map.entry("to", "on"),
          Map.entry("def", "let"),
          Map.entry("var", "let"),
          Map.entry("const", "let"));

  private Words() {}

  /** Returns whether a word is one the language gives a meaning in some places only. */
  static boolean isContextual(int type) {
    return type >= WritLexer.MATCHES && type <= WritLexer.ZIP;
  }

  /** Returns whether a word is a part of the request. */
  static boolean isRoot(int type) {
    return type >= WritLexer.PRINCIPAL && type <= WritLexer.NOW;
  }

  /** Returns whether a word can never be a name without back-ticks. */
  static boolean isReserved(int type) {
    return type >= WritLexer.PRINCIPAL && type <= WritLexer.NONEMPTY;
  }

  /** Returns whether a word starts a clause or joins what stands on both sides. */
  static boolean isClauseWord(int type) {
    return CLAUSE_WORDS.contains(type);
  }

  /** Returns whether a sign ends something. */
  static boolean isClosing(int type) {
    return CLOSING.contains(type);
  }

  /** Returns whether a name follows a word. */
  static boolean introducesName(int type) {
    return NAMING.contains(type);
  }

  /** Returns the word the language has for a word of other languages, or null. */
  static @Nullable String alias(String word) {
    return ALIASES.get(word.toLowerCase(Locale.ROOT));
  }
}
