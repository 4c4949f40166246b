package dev.writ.dsl.source;

import java.util.Locale;

/**
 * Every code that the compiler reports, one constant each.
 *
 * <p>A code is stable: it is never reused for something else. W00xx are about text and syntax,
 * W01xx about names, W02xx about types, W03xx about declarations, W05xx are findings, W09xx limits.
 * Each has a page {@code docs/diagnostics/W0123.md} and a golden case {@code
 * golden/diag/W0123-slug.writ}; a test fails where one lacks.
 */
public enum DiagnosticCode {
  // text
  INVALID_UTF8(1, "the file is not valid UTF-8"),
  NUL_CHARACTER(2, "a NUL character stands in the text"),
  BIDI_CONTROL(3, "a bidirectional control character stands in the text"),
  MISPLACED_BOM(4, "a byte order mark stands behind the start of the file"),
  NOT_NORMALIZED(5, "a string literal is not in Unicode normalization form C"),
  LONE_SURROGATE(6, "an escape names half of a surrogate pair"),
  UNCLOSED_STRING(7, "a string or a quoted name does not end on its line"),
  UNKNOWN_CHARACTER(8, "a character has no meaning in the language"),
  NON_ASCII_WORD(9, "a name outside strings holds a character beyond ASCII"),
  MALFORMED_NUMBER(10, "digits run into letters"),
  MALFORMED_TIME(11, "a date or time is not written as the language writes it"),
  INVALID_ESCAPE(12, "a string holds an escape that does not exist"),
  NUMBER_OUT_OF_RANGE(13, "a number does not fit its type"),
  SINGLE_QUOTES(14, "a string stands in single quotes"),
  FOREIGN_COMMENT(15, "a comment is written as in another language"),
  FOREIGN_OPERATOR(16, "an operator is written as in another language"),

  // syntax
  UNEXPECTED_TOKEN(20, "something else is expected here"),
  MISSING_SEMICOLON(21, "a semicolon is missing"),
  UNCLOSED_BRACKET(22, "a bracket is not closed"),
  UNKNOWN_DECLARATION(23, "no declaration starts with this word"),
  UNKNOWN_CLAUSE(24, "no such clause exists here"),
  REPEATED_CLAUSE(25, "a clause stands twice"),
  INCOMPLETE_HEAD(26, "a head lacks its principal or resource types"),
  CHAINED_COMPARISON(27, "comparisons are chained"),
  MIXED_AND_OR(28, "`and` and `or` are mixed without parentheses"),
  QUOTED_FIELD_NAME(29, "a field name stands in quotes"),
  BRACED_CONDITION(30, "a condition stands in braces"),
  NULL_LITERAL(31, "there is no null"),
  CEDAR_RULE(32, "a rule is written in Cedar"),
  TRAILING_COMMA(33, "a comma stands behind the last element"),
  RESERVED_NAME(34, "a reserved word is used as a name"),
  MALFORMED_REFERENCE(35, "an entity reference does not start with a type name"),
  MIXED_ENUM_ORDER(36, "an enum mixes `<` and `,`"),
  UNKNOWN_ANNOTATION(37, "no such annotation exists"),
  ANNOTATION_ARGUMENTS(38, "an annotation has the wrong arguments"),
  MISPLACED_CLAUSE(39, "a clause does not belong to this declaration"),
  RULE_NAME(40, "a declaration is named the wrong way"),
  UNSUPPORTED_BINDING(41, "tool bindings are not supported yet"),
  AMBIGUOUS_PLACE(42, "it is unclear which types an `in` goes for"),
  LITERAL_REQUIRED(43, "only a literal may stand here"),
  MISPLACED_HEADER(44, "a module header or use stands in the wrong place"),
  INVALID_COUNT(45, "a count is not a whole number of at least one"),
  PATTERN_NOT_ALLOWED(46, "a type pattern stands where a plain type belongs"),
  INVALID_GLOB(47, "a pattern is not a valid glob"),

  // limits
  FILE_TOO_LARGE(901, "the file is too large"),
  NESTING_TOO_DEEP(902, "brackets or operators are nested too deeply"),
  TOO_MANY_TOKENS(903, "the file holds too many words and signs"),
  LITERAL_TOO_LONG(904, "a literal is too long"),
  ;

  private final int number;
  private final String title;

  DiagnosticCode(int number, String title) {
    this.number = number;
    this.title = title;
  }

  /** Returns the stable code as users see it, such as {@code W0021}. */
  public String id() {
    return String.format(Locale.ROOT, "W%04d", number);
  }

  /** Returns the name in lower case with dashes, such as {@code missing-semicolon}. */
  public String slug() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Returns one line on what the code stands for. */
  public String title() {
    return title;
  }
}
