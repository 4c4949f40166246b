package dev.writ.dsl.parse.layout;

import dev.writ.dsl.grammar.WritLexer;
import dev.writ.dsl.grammar.WritParser;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.TerminalNode;

/** Finds the separators that say nothing: before a closing bracket, and behind a block. */
final class Dropped {
  private static final Set<Integer> SEPARATORS = Set.of(WritLexer.COMMA, WritLexer.SEMICOLON);
  private static final Set<Integer> CLOSERS =
      Set.of(WritLexer.RIGHT_BRACE, WritLexer.RIGHT_BRACKET, WritLexer.RIGHT_PAREN);
  private static final Set<Integer> ENDED_BY_BLOCK =
      Set.of(WritParser.RULE_item, WritParser.RULE_approvalClause, WritParser.RULE_grantClause);

  private final Set<Integer> found = new HashSet<>();

  /** The places among the tokens of those that are left out. */
  static Set<Integer> in(ParserRuleContext tree) {
    Dropped dropped = new Dropped();
    dropped.search(tree);
    return dropped.found;
  }

  private void search(ParserRuleContext context) {
    List<ParseTree> children = context.children == null ? List.of() : context.children;
    for (int i = 0; i < children.size(); i++) {
      ParseTree child = children.get(i);
      if (child instanceof ParserRuleContext inner) {
        search(inner);
      } else if (SEPARATORS.contains(typeOf(child)) && isIdle(context, children, i)) {
        found.add(((TerminalNode) child).getSymbol().getTokenIndex());
      }
    }
  }

  private static boolean isIdle(ParserRuleContext context, List<ParseTree> siblings, int at) {
    if (at + 1 < siblings.size()) {
      return CLOSERS.contains(typeOf(siblings.get(at + 1)));
    }
    int rule = context.getRuleIndex();
    return rule == WritParser.RULE_fields
        || context instanceof WritParser.SessionEntryContext
        || (context instanceof WritParser.DeclarationItemContext)
        || (ENDED_BY_BLOCK.contains(rule) && at > 0 && endsWithBrace(siblings.get(at - 1)));
  }

  private static boolean endsWithBrace(ParseTree tree) {
    if (tree instanceof ParserRuleContext context) {
      Token stop = context.getStop();
      return context instanceof WritParser.ApprovalBlockContext
          && stop != null
          && stop.getType() == WritLexer.RIGHT_BRACE;
    }
    return typeOf(tree) == WritLexer.RIGHT_BRACE;
  }

  private static int typeOf(ParseTree tree) {
    return tree instanceof TerminalNode leaf ? leaf.getSymbol().getType() : Token.INVALID_TYPE;
  }
}
