package dev.writ.dsl.parse;

import dev.writ.dsl.grammar.WritLexer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.misc.IntervalSet;

/** What the grammar would have taken at a place, and how to say it in few words. */
final class Expected {
  private static final int MOST = 6;
  private static final Set<Integer> OPERATORS =
      Set.of(
          WritLexer.PLUS,
          WritLexer.MINUS,
          WritLexer.STAR,
          WritLexer.EQUAL,
          WritLexer.NOT_EQUAL,
          WritLexer.LESS_EQUAL,
          WritLexer.GREATER_EQUAL,
          WritLexer.MATCHES,
          WritLexer.CONTAINS,
          WritLexer.BETWEEN,
          WritLexer.STARTS,
          WritLexer.EQUALS,
          WritLexer.LABELLED,
          WritLexer.LIKE,
          WritLexer.IS,
          WritLexer.HAS,
          WritLexer.LACKS,
          WritLexer.AND,
          WritLexer.OR,
          WritLexer.NOT,
          WritLexer.IN,
          WritLexer.UNDER,
          WritLexer.LESS,
          WritLexer.GREATER,
          WritLexer.ASSIGN,
          WritLexer.DOT,
          WritLexer.DOUBLE_COLON,
          WritLexer.LEFT_BRACKET);
  private static final Set<Integer> CLAUSES =
      Set.of(
          WritLexer.WHEN,
          WritLexer.UNLESS,
          WritLexer.BECAUSE,
          WritLexer.DO,
          WritLexer.LET,
          WritLexer.ONLY);
  private static final Set<Integer> UNSAID =
      Set.of(
          Token.EPSILON,
          WritLexer.AND_SIGN,
          WritLexer.OR_SIGN,
          WritLexer.NOT_SIGN,
          WritLexer.BAD_NUMBER,
          WritLexer.BAD_TIME,
          WritLexer.DATE,
          WritLexer.SINGLE_QUOTED,
          WritLexer.UNCLOSED_STRING,
          WritLexer.UNCLOSED_NAME,
          WritLexer.NON_ASCII_WORD,
          WritLexer.QUOTED_NAME);

  private final IntervalSet types;

  Expected(IntervalSet types) {
    this.types = types;
  }

  boolean has(int type) {
    return types.contains(type);
  }

  /** Returns whether a name could stand here. */
  boolean hasName() {
    return types.contains(WritLexer.ID);
  }

  /** Returns whether an expression could start here. */
  boolean hasExpression() {
    return types.contains(WritLexer.LEFT_PAREN)
        && types.contains(WritLexer.TRUE)
        && types.contains(WritLexer.INT);
  }

  /** Returns the words that could stand here, those that would only be a name left out. */
  Set<String> words() {
    Set<String> words = new TreeSet<>();
    for (int type : types.toArray()) {
      String literal = literal(type);
      boolean said = !hasName() || !Words.isContextual(type);
      if (said && !literal.isEmpty() && Character.isLetter(literal.charAt(0))) {
        words.add(literal);
      }
    }
    return words;
  }

  /** Returns what could stand here as "a name, `;` or `when`", cut where there is much. */
  String describe() {
    List<String> things = new ArrayList<>();
    if (hasExpression()) {
      things.add("an expression");
    } else if (hasName()) {
      things.add("a name");
    }
    addClasses(things);
    for (int type : ordered()) {
      if (isListed(type)) {
        things.add(type == Token.EOF ? "the end of the file" : "`" + literal(type) + "`");
      }
    }
    if (things.size() > MOST) {
      return String.join(", ", things.subList(0, MOST)) + " or something else";
    }
    return Wording.either(things);
  }

  /** Returns the types with what ends something first. */
  private List<Integer> ordered() {
    List<Integer> all = new ArrayList<>(types.toList());
    all.sort(Comparator.comparing(type -> !Words.isClosing(type)));
    return all;
  }

  private boolean hasOperators() {
    return types.contains(WritLexer.PLUS) && types.contains(WritLexer.EQUAL);
  }

  private boolean hasClauses() {
    return types.contains(WritLexer.WHEN) && types.contains(WritLexer.BECAUSE);
  }

  private void addClasses(List<String> things) {
    if (hasOperators()) {
      things.add("an operator");
    }
    if (hasClauses()) {
      things.add("a clause");
    }
    if (!hasExpression()) {
      add(things, WritLexer.STRING, "a string in double quotes");
      add(things, WritLexer.DURATION, "a duration");
      add(things, WritLexer.INSTANT, "an instant");
      add(things, WritLexer.INT, "a number");
    }
  }

  private void add(List<String> things, int type, String words) {
    if (types.contains(type)) {
      things.add(words);
    }
  }

  private boolean isListed(int type) {
    boolean operator = hasOperators() && OPERATORS.contains(type);
    boolean clause = hasClauses() && CLAUSES.contains(type);
    boolean startsExpression =
        hasExpression() && (!Words.isClosing(type) && !Words.isClauseWord(type));
    boolean isName = hasName() && Words.isContextual(type);
    return !UNSAID.contains(type)
        && !operator
        && !clause
        && !startsExpression
        && !isName
        && !(type == WritLexer.DOT && types.size() > 1)
        && (type == Token.EOF || !literal(type).isEmpty());
  }

  private static String literal(int type) {
    String literal = WritLexer.VOCABULARY.getLiteralName(type);
    return literal == null ? "" : literal.substring(1, literal.length() - 1);
  }
}
