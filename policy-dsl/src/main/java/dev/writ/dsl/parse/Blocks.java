package dev.writ.dsl.parse;

import dev.writ.dsl.grammar.WritLexer;
import dev.writ.dsl.grammar.WritParser;
import java.util.Map;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.atn.ATNState;
import org.antlr.v4.runtime.misc.IntervalSet;
import org.jspecify.annotations.Nullable;

/** The places of the grammar where clauses or declarations follow one another. */
final class Blocks {
  private static final Map<Integer, String> NOUNS =
      Map.of(
          WritParser.RULE_file, "file",
          WritParser.RULE_manifestDecl, "manifest",
          WritParser.RULE_scopeDecl, "scope",
          WritParser.RULE_approvalBlock, "approval",
          WritParser.RULE_approvalClause, "quorum",
          WritParser.RULE_grantDecl, "grant",
          WritParser.RULE_testDecl, "test");

  private Blocks() {}

  /** Returns what may follow where the parser stands in the loop of a block, otherwise null. */
  static @Nullable IntervalSet loopAt(Parser parser) {
    ATNState state = parser.getATN().states.get(parser.getState());
    boolean loop =
        state.getStateType() == ATNState.STAR_LOOP_ENTRY
            || state.getStateType() == ATNState.STAR_LOOP_BACK;
    if (!loop || !NOUNS.containsKey(state.ruleIndex)) {
      return null;
    }
    IntervalSet next = parser.getATN().nextTokens(state);
    boolean isFile = state.ruleIndex == WritParser.RULE_file;
    return isFile || next.contains(WritLexer.RIGHT_BRACE) ? next : null;
  }

  static boolean isTestStatement(ParserRuleContext context) {
    return context.getRuleIndex() == WritParser.RULE_testStatement;
  }

  static boolean isField(ParserRuleContext context) {
    return context.getRuleIndex() == WritParser.RULE_field;
  }

  static boolean isFile(ParserRuleContext context) {
    return context.getRuleIndex() == WritParser.RULE_file;
  }

  /** Returns what the block is called. */
  static String noun(ParserRuleContext context) {
    if (context.getRuleIndex() == WritParser.RULE_approvalBlock) {
      return switch (context.getParent().getRuleIndex()) {
        case WritParser.RULE_confirmationDecl -> "confirmation";
        case WritParser.RULE_grantClause -> "review";
        default -> "approval";
      };
    }
    return NOUNS.getOrDefault(context.getRuleIndex(), "block");
  }
}
