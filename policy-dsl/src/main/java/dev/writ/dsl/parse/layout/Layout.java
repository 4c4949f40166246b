package dev.writ.dsl.parse.layout;

import dev.writ.dsl.grammar.WritLexer;
import dev.writ.dsl.grammar.WritParserVisitor;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.ErrorNode;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.RuleNode;
import org.antlr.v4.runtime.tree.TerminalNode;

/**
 * What the layouts of all parts of the grammar share. Each of its subclasses adds a part; together
 * they have a method for every rule, so that a rule without a layout does not compile.
 */
abstract class Layout implements WritParserVisitor<Doc> {
  private static final Set<Integer> NO_SPACE_BEFORE =
      Set.of(
          WritLexer.COMMA,
          WritLexer.SEMICOLON,
          WritLexer.RIGHT_PAREN,
          WritLexer.RIGHT_BRACKET,
          WritLexer.LEFT_PAREN,
          WritLexer.DOT,
          WritLexer.QUESTION,
          WritLexer.COLON,
          WritLexer.DOUBLE_COLON);
  private static final Set<Integer> NO_SPACE_AFTER =
      Set.of(
          WritLexer.LEFT_PAREN,
          WritLexer.LEFT_BRACKET,
          WritLexer.DOT,
          WritLexer.DOUBLE_COLON,
          WritLexer.AT_SIGN);

  private final Words words;

  Layout(Words words) {
    this.words = words;
  }

  Words words() {
    return words;
  }

  /** Lays out a part of the tree. */
  final Doc of(ParseTree tree) {
    return tree.accept(this);
  }

  final Doc word(Token token) {
    return words.word(token);
  }

  /** The children of a rule in one line. */
  final Doc flow(ParserRuleContext context) {
    return flow(kept(context.children));
  }

  /** Parts in one line, a space between those that words of prose would have one between. */
  final Doc flow(List<? extends ParseTree> parts) {
    List<Doc> docs = new ArrayList<>();
    ParseTree before = null;
    for (ParseTree part : parts) {
      if (before != null && isSpaced(before, part)) {
        docs.add(Gap.SPACE);
      }
      docs.add(of(part));
      before = part;
    }
    return docs.size() == 1 ? docs.get(0) : Sequence.of(docs);
  }

  /** The children of a rule without spaces. */
  final Doc tight(ParserRuleContext context) {
    return tight(context.children);
  }

  /** Parts without spaces. */
  final Doc tight(List<ParseTree> parts) {
    return Sequence.of(kept(parts).stream().map(this::of).toList());
  }

  /** The children of a rule, a line ending behind a comma where it must. */
  final Doc list(ParserRuleContext context) {
    return list(kept(context.children));
  }

  /** Parts of which a line may end behind each comma. */
  final Doc list(List<? extends ParseTree> parts) {
    List<Doc> lines = new ArrayList<>();
    int from = 0;
    for (int i = 0; i < parts.size(); i++) {
      if (isComma(parts.get(i))) {
        lines.add(flow(parts.subList(from, i + 1)));
        from = i + 1;
      }
    }
    if (from < parts.size()) {
      lines.add(flow(parts.subList(from, parts.size())));
    }
    return lines.size() == 1 ? lines.get(0) : new Nest(Fill.of(lines));
  }

  /** Whether this is a comma, or a semicolon that stands for one. */
  static boolean isComma(ParseTree part) {
    return part instanceof TerminalNode leaf
        && (leaf.getSymbol().getType() == WritLexer.COMMA
            || leaf.getSymbol().getType() == WritLexer.SEMICOLON);
  }

  /** The children of a rule that are not left out. */
  final List<ParseTree> kept(List<ParseTree> children) {
    return children.stream()
        .filter(c -> !(c instanceof TerminalNode leaf) || words.has(leaf.getSymbol()))
        .toList();
  }

  /** The clauses in the order in which they are written, those of one kind as they stand. */
  static <T extends ParserRuleContext> List<T> inOrder(List<T> clauses, List<Class<?>> order) {
    for (T clause : clauses) {
      if (!order.contains(clause.getClass())) {
        throw new IllegalStateException("there is no place for " + clause.getClass());
      }
    }
    return clauses.stream()
        .sorted(Comparator.comparingInt(c -> order.indexOf(c.getClass())))
        .toList();
  }

  /** A word and, in lines of their own if they must, the clauses behind it. */
  final Doc clauses(Doc start, List<? extends ParserRuleContext> clauses) {
    List<Doc> parts = new ArrayList<>();
    parts.add(start);
    clauses.forEach(clause -> parts.add(clause(clause)));
    return new Nest(Fill.of(parts));
  }

  /** A clause; its block may open behind what precedes it. */
  final Doc clause(ParserRuleContext clause) {
    boolean block = clause.getStop().getType() == WritLexer.RIGHT_BRACE;
    return block ? new Hug(of(clause)) : of(clause);
  }

  /** A statement with the semicolon that ends it. */
  final Doc ended(Doc statement, TerminalNode semicolon) {
    return Sequence.of(statement, end(semicolon));
  }

  /** The semicolon that ends a statement, comments above it indented as its clauses are. */
  final Doc end(TerminalNode semicolon) {
    Word word = words.word(semicolon.getSymbol());
    return word.startsWithNotes() ? new Nest(word) : word;
  }

  /** A block, each item on a line of its own; blank lines between them stay. */
  final Doc block(Token open, List<? extends ParserRuleContext> items, Token close) {
    List<Doc> lines = new ArrayList<>();
    for (ParserRuleContext item : items) {
      boolean apart = !lines.isEmpty() && words.isAfterBlankLine(item);
      lines.add(apart ? Gap.BLANK : Gap.HARD);
      lines.add(of(item));
    }
    return enclose(open, lines, close);
  }

  /** A block of these lines, each with the gap before it, and the comments at its end. */
  final Doc enclose(Token open, List<Doc> lines, Token close) {
    Word end = words.word(close);
    List<Doc> inside = new ArrayList<>(lines);
    if (end.startsWithNotes()) {
      boolean apart = !lines.isEmpty() && words.isAfterBlankLine(close);
      inside.add(apart ? Gap.BLANK : Gap.HARD);
      inside.add(Word.of(end.above()));
    }
    Doc last = end.withoutAbove();
    if (inside.isEmpty()) {
      return Sequence.of(word(open), last);
    }
    return Sequence.of(word(open), new Nest(Sequence.of(inside)), Gap.HARD, last);
  }

  private static boolean isSpaced(ParseTree before, ParseTree after) {
    return !(after instanceof TerminalNode right
            && NO_SPACE_BEFORE.contains(right.getSymbol().getType()))
        && !(before instanceof TerminalNode left
            && NO_SPACE_AFTER.contains(left.getSymbol().getType()));
  }

  @Override
  public final Doc visit(ParseTree tree) {
    return of(tree);
  }

  @Override
  public final Doc visitChildren(RuleNode node) {
    throw new IllegalStateException("there is no layout for " + node.getClass());
  }

  @Override
  public final Doc visitTerminal(TerminalNode node) {
    return word(node.getSymbol());
  }

  @Override
  public final Doc visitErrorNode(ErrorNode node) {
    throw new IllegalStateException("there is no layout for " + node);
  }
}
